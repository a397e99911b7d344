import { stringOfLength } from '../../../generators/pattern/stringOfLength.ts';
import type { Contract } from '../../../specs/contract.ts';
import type { Edition } from '../../../specs/edition.ts';
import { isJsonObject, type JsonObject } from '../../../specs/json.ts';
import { kebabPath, type Member, membersOf } from '../../../specs/member.ts';
import type { Shape, StringShape } from '../../../specs/shape.ts';
import type { Steps } from '../mock/world.ts';
import { dottedAt, mapAt, withDottedAt, withShapeAt } from './atMember.ts';
import type { Mutant } from './mutant.ts';
import { storingWrongly } from './storingWrongly.ts';

/** Strings that are counted otherwise than in code points, or that are not stored as they were sent. */
export function textMutants(contract: Contract): readonly Mutant[] {
  return [
    ...membersOf(contract.edition.input).flatMap((member) =>
      units.flatMap((unit) => countingMutant(contract.edition, member, unit)),
    ),
    ...storingMutants(contract),
  ];
}

interface Unit {
  readonly name: string;
  readonly says: string;
  readonly count: (text: string) => number;
  /** A character that takes more than one of it. */
  readonly wide: string;
}

const utf8 = new TextEncoder();

const units: readonly Unit[] = [
  { name: 'utf-8', says: 'bytes of UTF-8', count: (text) => utf8.encode(text).length, wide: 'é' },
  { name: 'utf-16', says: 'units of UTF-16', count: (text) => text.length, wide: '😀' },
];

function countingMutant(
  edition: Edition,
  { path, shape }: Member,
  { name, says, count, wide }: Unit,
): readonly Mutant[] {
  // A limit of 0 to anything is one-sided; of two limits the longest is where a wrong unit shows first.
  if (shape.type !== 'string' || shape.max === undefined) return [];
  const { max, pattern } = shape;
  const isAscii = pattern !== undefined && stringOfLength(pattern, max, wide) === undefined;
  return [
    {
      id: `text/${path}/${name}`,
      group: 'text',
      member: path,
      clause: `${kebabPath(path)}.max`,
      says: `The length of ${path} is counted in ${says}.`,
      alteration: { steps: counting(edition, path, shape, count) },
      ...(isAscii ? { equivalent: 'Every string that matches the pattern has as many of them as code points.' } : {}),
    },
  ];
}

function counting(
  edition: Edition,
  path: string,
  limits: StringShape,
  count: Unit['count'],
): (usual: Steps) => Partial<Steps> {
  const { min = 0, max = Number.POSITIVE_INFINITY } = limits;
  return (usual) => ({
    violations: (input, request) => {
      if (input !== edition.input) return usual.violations(input, request);
      const wrong = stringsAt(request, path).filter((text) => count(text) < min || count(text) > max);
      const others = usual.violations(withShapeAt(input, path, unlimited), request);
      return [
        ...others,
        ...wrong.map(() => `Value at '${path}' failed to satisfy constraint: Member must have length`),
      ];
    },
  });
}

function unlimited(shape: Shape): Shape {
  if (shape.type !== 'string') return shape;
  const { min: _least, max: _most, ...others } = shape;
  return others;
}

function stringsAt(request: JsonObject, path: string): readonly string[] {
  const [holder, isKey] = path.endsWith('{key}') ? [path.slice(0, -'{key}'.length), true] : [path, false];
  const found: string[] = [];
  mapAt(request, holder, (value) => {
    if (isKey && isJsonObject(value)) found.push(...Object.keys(value));
    else if (typeof value === 'string') found.push(value);
    return value;
  });
  return found;
}

interface Garbling {
  readonly name: string;
  readonly says: string;
  readonly change: (text: string) => string;
}

const trimmed: Garbling = { name: 'trimmed', says: 'without spaces around it', change: (text) => text.trim() };
const composed: Garbling = { name: 'composed', says: 'in normal form C', change: (text) => text.normalize('NFC') };

const garblings: readonly Garbling[] = [
  trimmed,
  composed,
  { name: 'lower-case', says: 'in lower case', change: (text) => text.toLowerCase() },
  { name: 'latin-1', says: 'with "?" for what Latin-1 lacks', change: (text) => text.replace(/[^\0-\xff]/gu, '?') },
  {
    name: 'without-astral',
    says: 'with "?" for characters beyond U+FFFF',
    change: (text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '?'),
  },
  { name: 'one-line', says: 'with spaces for line breaks', change: (text) => text.replace(/\s*\n\s*/g, ' ') },
  {
    name: 'escaped',
    says: 'with < and & escaped',
    change: (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;'),
  },
  { name: 'cut', says: 'cut after 1,000 characters', change: (text) => text.slice(0, 1000) },
  {
    name: 'unescaped',
    says: 'with one backslash for two',
    change: (text) => text.replaceAll('\\\\', '\\'),
  },
  { name: 'escapes-read', says: 'with a line break for \\n', change: (text) => text.replaceAll('\\n', '\n') },
  { name: 'lines-of-unix', says: 'with line ends of Unix', change: (text) => text.replaceAll('\r\n', '\n') },
  { name: 'single-spaced', says: 'with one space for two', change: (text) => text.replace(/ {2,}/g, ' ') },
  { name: 'quotes-doubled', says: 'with two quotes for one', change: (text) => text.replaceAll("'", "''") },
  { name: 'entities-resolved', says: 'with & for its entity', change: (text) => text.replaceAll('&amp;', '&') },
  { name: 'without-markup', says: 'without markup', change: (text) => text.replace(/<[^>]*>/g, '') },
  { name: 'percent-decoded', says: 'with % for %25', change: (text) => text.replaceAll('%25', '%') },
  { name: 'plus-decoded', says: 'with spaces for plus signs', change: (text) => text.replaceAll('+', ' ') },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a place for a value.
  { name: 'places-filled', says: 'with nothing for ${…}', change: (text) => text.replace(/\$\{[^}]*\}/g, '') },
  {
    name: 'without-variation-selectors',
    says: 'without the choice of form that follows a sign',
    change: (text) => text.replace(/[\uFE00-\uFE0F]/gu, ''),
  },
];

/** What a pattern of classes leaves no room for. */
const invisible: readonly Garbling[] = [
  {
    name: 'without-zero-width',
    says: 'without characters of no width',
    change: (text) => text.replace(/[\u200b\u200d]/g, ''),
  },
  {
    name: 'without-byte-order-mark',
    says: 'without byte order marks',
    change: (text) => text.replaceAll('\ufeff', ''),
  },
  {
    name: 'without-marks-of-direction',
    says: 'without marks of direction',
    change: (text) => text.replace(/[\u200e\u200f\u202a-\u202e]/g, ''),
  },
  { name: 'plain-spaces', says: 'with plain spaces for others', change: (text) => text.replaceAll('\u00a0', ' ') },
];

/** Mails are long, in any script and over several lines; SMS take every character. */
const garbled: Readonly<Record<string, readonly Garbling[]>> = {
  'VerificationMessageTemplate.EmailMessageByLink': garblings,
  'AdminCreateUserConfig.InviteMessageTemplate.EmailMessage': garblings,
  SmsAuthenticationMessage: invisible,
  'VerificationMessageTemplate.EmailSubject': [trimmed, composed],
  'SmsConfiguration.ExternalId': [trimmed, composed],
};

function storingMutants({ clauses, basis }: Contract): readonly Mutant[] {
  return clauses.flatMap(({ id, member, constraint }) => {
    const isStored = constraint.kind === 'state' && constraint.when === 'sent' && constraint[basis].kind === 'stored';
    if (!isStored) return [];
    return (garbled[member] ?? []).map((garbling) => storingMutant(member, id, garbling));
  });
}

function storingMutant(member: string, clause: string, { name, says, change }: Garbling): Mutant {
  return {
    id: `text/${member}/${name}`,
    group: 'text',
    member,
    clause,
    says: `${member} is stored ${says}.`,
    alteration: storingWrongly(({ body, after }) => {
      const sent = dottedAt(body, member);
      return typeof sent === 'string' ? withDottedAt(after, member, change(sent)) : after;
    }),
  };
}
