import { examples, inferred } from './authoring.ts';
import type { Basis, Clause, Effect, Examples, StateConstraint } from './clause.ts';
import { topics } from './clauses/index.ts';
import type { Edition } from './edition.ts';
import type { Evidence } from './evidence.ts';
import { inForce } from './inForce.ts';
import { jsonEqual } from './json.ts';
import { kebabPath, type Member, type MemberPath, membersOf } from './member.ts';
import { apiProse, cdkd } from './sources.ts';
import { omittingExample, sendingExample, valueExample } from './stateExamples.ts';
import { stateSentence } from './stateSentence.ts';
import type { StateNote } from './topic.ts';

type When = StateConstraint['when'];

/**
 * What becomes of each member of an edition when it is sent, left out, sent empty or sent as null. What no topic has a
 * note on is stored when sent, and otherwise open.
 */
export function stateClauses(edition: Edition, basis: Basis): readonly Clause[] {
  return membersOf(edition.input)
    .filter(({ path }) => path !== 'UserPoolId' && !/[[{]/.test(path))
    .flatMap((member) => whensOf(member).flatMap((when) => clausesOn(edition, basis, member, when)));
}

/** The ways of sending a member on which there is something to say. */
function whensOf({ path, shape }: Member): readonly When[] {
  const top = !path.includes('.');
  const container = shape.type === 'list' || shape.type === 'map';
  return [
    ...(shape.type === 'structure' ? [] : ['sent' as const]),
    'omitted',
    ...(canBeEmpty(shape) && (top || container) ? ['empty' as const] : []),
    ...(top || container ? ['null' as const] : []),
  ];
}

function canBeEmpty(shape: Member['shape']): boolean {
  switch (shape.type) {
    case 'structure':
      return shape.required.length === 0;
    case 'list':
      return (shape.min ?? 0) === 0;
    case 'map':
      return true;
    case 'string':
    case 'integer':
    case 'boolean':
      return false;
  }
}

function clausesOn(edition: Edition, basis: Basis, member: Member, when: When): readonly Clause[] {
  const notes = notesOn(edition, member.path, when);
  const all = notes.length > 0 ? notes : defaultNotes(edition, member.path, when);
  return all.map((note) => stateClause(edition, basis, note));
}

function notesOn({ date }: Edition, path: MemberPath, when: When): readonly StateNote[] {
  return topics
    .flatMap((topic) => topic.state ?? [])
    .filter((note) => note.member === path && note.when === when && inForce(note, date));
}

function stateClause(edition: Edition, basis: Basis, note: StateNote): Clause {
  const { name, member, when, parent, observed, documented } = note;
  const constraint: StateConstraint = {
    kind: 'state',
    when,
    ...(parent === undefined ? {} : { parent }),
    observed,
    documented,
  };
  return {
    id: `${kebabPath(member)}.${name ?? when}`,
    member,
    says: stateSentence(member, constraint),
    constraint,
    onBreach: [],
    evidence: evidenceFor(basis, note),
    examples: note.examples ?? examplesFor(edition, note),
  };
}

// Where the two differ, a measurement does not make the documented effect any surer.
function evidenceFor(basis: Basis, { observed, documented, evidence }: StateNote): readonly Evidence[] {
  if (basis === 'observed' || jsonEqual({ ...observed }, { ...documented })) return evidence;
  const said = evidence.filter((one) => one.basis === 'documentation');
  return said.length > 0 ? said : [general];
}

function examplesFor(edition: Edition, { member, when }: StateNote): Examples {
  const made = {
    sent: () => sendingExample(edition, member),
    omitted: () => omittingExample(edition, member),
    empty: () => valueExample(edition, member, 'empty'),
    null: () => valueExample(edition, member, 'null'),
  }[when]();
  return made === undefined ? examples([]) : { keeps: [made], breaks: [] };
}

/** What holds where no topic knows better. Below the top, nothing is said of an omission. */
function defaultNotes(edition: Edition, member: MemberPath, when: When): readonly StateNote[] {
  switch (when) {
    case 'sent':
      return [{ member, when, observed: stored, documented: stored, evidence: storedEvidence(member) }];
    case 'omitted':
      return member.includes('.') ? [] : [{ member, when, observed: open, documented: fresh, evidence: [general] }];
    case 'empty':
      return [emptyNote(edition, member)];
    case 'null':
      return [{ member, when, observed: open, documented: open, evidence: [noSource] }];
  }
}

/**
 * A member sent as nothing is either taken for one that is left out or stored as it is. Where an omission resets it, both
 * readings take its value away.
 */
function emptyNote(edition: Edition, member: MemberPath): StateNote {
  const omission = notesOn(edition, member, 'omitted')[0] ?? defaultNotes(edition, member, 'omitted')[0];
  const ifReset = (effect: Effect | undefined) => (effect !== undefined && resets.has(effect.kind) ? dropped : open);
  const observed = ifReset(omission?.observed);
  const documented = ifReset(omission?.documented);
  const evidence = observed === open ? [noSource] : [bothReadings, sending];
  return { member, when: 'empty', observed, documented, evidence };
}

const resets: ReadonlySet<Effect['kind']> = new Set(['becomes', 'fresh', 'dropped']);
const dropped: Effect = { kind: 'dropped' };
const stored: Effect = { kind: 'stored' };
const fresh: Effect = { kind: 'fresh' };
const open: Effect = { kind: 'open' };

const general = apiProse('general rule', '2018-08-24', 'What is left out gets its default value.');
const noSource = inferred('no source', '2026-11-22', 'Nobody has stated or seen it.');
const bothReadings = inferred(
  'the two readings of an empty value',
  '2026-11-28',
  'Stored as it is, or taken for left out: by either the old value goes.',
);
const sending = apiProse('general rule', '2018-08-24', 'An update sets what it sends.');
const echo = cdkd('OBS-030', 'Every setting sent back as shown was accepted and stayed.');

// Newer than the measurements, or not part of them.
const unmeasured = [
  'DcrConfiguration',
  'AcrConfiguration',
  'KeyConfiguration',
  'IssuerConfiguration',
  'SmsConfiguration.EumsSms',
  'LambdaConfig.InboundFederation',
];

function storedEvidence(member: MemberPath): readonly Evidence[] {
  const within = unmeasured.some((path) => member === path || member.startsWith(`${path}.`));
  return within ? [sending] : [sending, echo];
}
