import type { Clause, ClauseId, Counted, Examples, ModelConstraint } from './clause.ts';
import { topics } from './clauses/index.ts';
import { type Edition, type EditionDate, editionDates } from './edition.ts';
import { editionOf } from './editions/index.ts';
import type { ErrorName } from './errors.ts';
import type { Evidence } from './evidence.ts';
import { inForce } from './inForce.ts';
import { jsonEqual } from './json.ts';
import { kebabPath, type Member, type MemberPath, membersOf } from './member.ts';
import { modelSentence } from './modelSentence.ts';
import type { Shape } from './shape.ts';
import type { ModelNote } from './topic.ts';
import { typeNote } from './typeNote.ts';

/** One clause for each constraint of each member of an edition, at every depth, parents before children. */
export function modelClauses(edition: Edition): readonly Clause[] {
  return membersOf(edition.input).flatMap((member) =>
    memberConstraints(member).map((constraint) => modelClause(edition, member, constraint)),
  );
}

/** The id of the clause of one constraint of a member. */
export function modelClauseId(path: MemberPath, kind: ModelConstraint['kind']): ClauseId {
  return `${kebabPath(path)}.${kind}`;
}

function modelClause(edition: Edition, member: Member, constraint: ModelConstraint): Clause {
  const id = modelClauseId(member.path, constraint.kind);
  const note = findModelNote(id, constraint, edition.date);
  return {
    id,
    member: member.path,
    says: modelSentence(member.path, constraint),
    constraint,
    onBreach: errorsOn(constraint),
    evidence: [modelEvidence(edition, member, constraint), ...(note?.evidence ?? [])],
    examples: note?.examples ?? noExamples,
  };
}

// "Required" alone needs none: a value cannot show that it is missing.
const noExamples: Examples = { keeps: [], breaks: [] };

/** The constraints that a member's shape and its place put on it. */
function memberConstraints({ path, shape, required }: Member): readonly ModelConstraint[] {
  return [
    // The key of a JSON object cannot be anything but a string.
    ...(path.endsWith('{key}') ? [] : [{ kind: 'type', type: shape.type } as const]),
    ...(required ? [{ kind: 'required' } as const] : []),
    ...(shape.type === 'string' && shape.enum ? [{ kind: 'enum', values: shape.enum } as const] : []),
    ...boundsOf(shape),
    ...(shape.type === 'string' && shape.pattern ? [{ kind: 'pattern', pattern: shape.pattern } as const] : []),
  ];
}

function boundsOf(shape: Shape): readonly ModelConstraint[] {
  switch (shape.type) {
    case 'integer':
      return boundConstraints('value', shape);
    case 'string':
      return boundConstraints('length', shape);
    case 'list':
      return boundConstraints('size', shape);
    case 'structure':
    case 'map':
    case 'boolean':
      return [];
  }
}

function boundConstraints(
  of: Counted,
  { min, max }: { readonly min?: number; readonly max?: number },
): readonly ModelConstraint[] {
  // Nothing is shorter than 0, so a length or size of at least 0 cannot be broken.
  const breakable = min !== undefined && (of === 'value' || min > 0);
  return [
    ...(breakable ? [{ kind: 'min', bound: min, of } as const] : []),
    ...(max === undefined ? [] : [{ kind: 'max', bound: max, of } as const]),
  ];
}

function errorsOn({ kind }: ModelConstraint): readonly ErrorName[] {
  return kind === 'type' ? ['SerializationException', 'InvalidParameterException'] : ['InvalidParameterException'];
}

function findModelNote(id: ClauseId, constraint: ModelConstraint, date: EditionDate): ModelNote | undefined {
  if (constraint.kind === 'type') return typeNote(constraint.type);
  const notes = topics.flatMap((topic) => topic.model?.[id] ?? []);
  return notes.find((note) => inForce(note, date));
}

function modelEvidence(edition: Edition, member: Member, constraint: ModelConstraint): Evidence {
  const first = firstEditionWith(edition, member, constraint);
  const oldest = first.date === editionDates[0];
  const note = oldest ? 'In the model by this day at the latest.' : 'In the model from this edition on.';
  return { basis: 'model', source: first.source, date: first.date, note, ...(isBareType(constraint) ? partial : {}) };
}

const partial = { partial: true } as const;

/** A type whose refusal nobody has seen: the model states the type, and not what a value of another type earns. */
function isBareType(constraint: ModelConstraint): boolean {
  return constraint.kind === 'type' && constraint.type !== 'string' && constraint.type !== 'structure';
}

/** The edition from which the constraint stands unchanged up to the given one. */
function firstEditionWith(edition: Edition, member: Member, constraint: ModelConstraint): Edition {
  const earlier = editionDates.filter((date) => date < edition.date).map(editionOf);
  const lastWithout = earlier.findLastIndex((candidate) => !hasConstraint(candidate, member, constraint));
  return earlier[lastWithout + 1] ?? edition;
}

function hasConstraint(edition: Edition, { path }: Member, constraint: ModelConstraint): boolean {
  const constraints = constraintsByPath(edition).get(path) ?? [];
  return constraints.some((other) => jsonEqual({ ...other }, { ...constraint }));
}

const constraintsByDate = new Map<EditionDate, ReadonlyMap<MemberPath, readonly ModelConstraint[]>>();

// Every clause of a later edition asks the earlier ones, so each is read once.
function constraintsByPath(edition: Edition): ReadonlyMap<MemberPath, readonly ModelConstraint[]> {
  const known =
    constraintsByDate.get(edition.date) ??
    new Map(membersOf(edition.input).map((member) => [member.path, memberConstraints(member)]));
  constraintsByDate.set(edition.date, known);
  return known;
}
