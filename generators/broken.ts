import fc from 'fast-check';
import type { ClauseId } from '../specs/clause.ts';
import type { JsonObject, JsonValue } from '../specs/json.ts';
import { type Member, type MemberPath, membersOf, topLevelOf } from '../specs/member.ts';
import type { IntegerShape, ListShape, Shape, StringShape } from '../specs/shape.ts';
import { breachesOfValue, clauseOf } from './breachesOfValue.ts';
import { poolPlaceholder } from './case.ts';
import { onAnyState } from './companions/index.ts';
import { memberValues, textOf } from './memberValues.ts';
import { brokenAt } from './pattern/brokenStrings.ts';
import { stringOfLength } from './pattern/stringOfLength.ts';
import { hostOf, plainValue, withValueAt } from './place.ts';
import type { GenerationScene } from './scene.ts';
import { stretched } from './stretched.ts';
import { validRequest } from './valid.ts';
import { fillers } from './values/fillers.ts';
import { nearMisses, wrongTypes } from './wrongValues.ts';

/** A request that breaks one clause of the model, and the clauses that cannot be kept while that one is broken. */
export interface BrokenRequest {
  readonly request: JsonObject;
  /** The clause first, then the inseparable others. */
  readonly breaks: readonly ClauseId[];
  readonly member: MemberPath;
  readonly clause: ClauseId;
}

/** Requests that break exactly one clause of the model and keep the rest. Every clause is as likely as any other. */
export function brokenRequest(scene: GenerationScene): fc.Arbitrary<BrokenRequest> {
  const base = validRequest(scene);
  return fc.oneof(
    ...membersOf(scene.edition.input).flatMap((member) =>
      breachesOfMember(scene, member).map(({ clause, values }) => brokenArm(scene, base, member, clause, values)),
    ),
  );
}

interface WaysToBreak {
  readonly clause: ClauseId;
  /** Undefined leaves the member out. */
  readonly values: fc.Arbitrary<JsonValue | undefined>;
}

function breachesOfMember(scene: GenerationScene, member: Member): readonly WaysToBreak[] {
  const { path, shape, required } = member;
  const missing = required ? [{ clause: clauseOf(path, 'required'), values: fc.constant(undefined) }] : [];
  // The key of a JSON object is always a string.
  const types = path.endsWith('{key}')
    ? []
    : [{ clause: clauseOf(path, 'type'), values: fc.constantFrom(...Object.values(wrongTypes(shape))) }];
  return [...missing, ...types, ...constraintBreaches(scene, path, shape)];
}

function constraintBreaches(scene: GenerationScene, path: MemberPath, shape: Shape): readonly WaysToBreak[] {
  switch (shape.type) {
    case 'integer':
      return integerBreaches(path, shape);
    case 'list':
      return listBreaches(scene, path, shape);
    case 'string':
      return stringBreaches(scene, path, shape);
    case 'structure':
    case 'map':
    case 'boolean':
      return [];
  }
}

function integerBreaches(path: MemberPath, { min, max }: IntegerShape): readonly WaysToBreak[] {
  const below = min === undefined ? [] : [mostly(min - 1, fc.integer({ min: -(2 ** 31), max: min - 2 }))];
  const above = max === undefined ? [] : [mostly(max + 1, fc.integer({ min: max + 2, max: 2 ** 31 - 1 }))];
  return [
    ...below.map((values) => ({ clause: clauseOf(path, 'min'), values })),
    ...above.map((values) => ({ clause: clauseOf(path, 'max'), values })),
  ];
}

// One step beyond a bound is the likeliest fault, so it is drawn most often.
function mostly(usual: number, seldom: fc.Arbitrary<number>): fc.Arbitrary<number> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: seldom });
}

function listBreaches(scene: GenerationScene, path: MemberPath, shape: ListShape): readonly WaysToBreak[] {
  const { min = 0, max } = shape;
  const items = (count: fc.Arbitrary<number>) =>
    count.chain((length) =>
      fc.array(memberValues(scene, `${path}[]`, shape.item), { minLength: length, maxLength: length }),
    );
  const fewer = { clause: clauseOf(path, 'min'), values: items(fc.constant(min - 1)) };
  const more = (most: number) => ({
    clause: clauseOf(path, 'max'),
    values: items(mostly(most + 1, fc.integer({ min: most + 2, max: most + 20 }))),
  });
  return [...(min > 0 ? [fewer] : []), ...(max === undefined ? [] : [more(max)])];
}

function stringBreaches(scene: GenerationScene, path: MemberPath, shape: StringShape): readonly WaysToBreak[] {
  const misses = shape.enum === undefined ? [] : [wordsOutside(shape.enum)];
  return [
    ...misses.map((values) => ({ clause: clauseOf(path, 'enum'), values })),
    ...lengthBreaches(scene, path, shape),
    ...patternBreaches(scene, path, shape),
  ];
}

function wordsOutside(values: readonly string[]): fc.Arbitrary<string> {
  const altered = values.flatMap((word) => [...Object.values(nearMisses([word])), ` ${word}`, word.slice(0, -1)]);
  return fc.constantFrom(...new Set(altered.filter((word) => !values.includes(word))));
}

function lengthBreaches(scene: GenerationScene, path: MemberPath, shape: StringShape): readonly WaysToBreak[] {
  const { min = 0, max } = shape;
  const longer = (most: number) =>
    fc
      .tuple(
        mostly(most + 1, fc.integer({ min: most + 2, max: most + 99 })),
        fc.constantFrom(undefined, ...wideFillers),
      )
      .map(([length, filler]) => stretched(scene, path, shape, length, filler));
  const shorter = (least: number) => lengthsBelow(least, shape).map((length) => stretched(scene, path, shape, length));
  return [
    ...(min > 0 ? [{ clause: clauseOf(path, 'min'), values: shorter(min) }] : []),
    ...(max === undefined ? [] : [{ clause: clauseOf(path, 'max'), values: longer(max) }]),
  ];
}

/** Lengths at which only the minimum is broken, or where the pattern leaves none, all of them. */
function lengthsBelow(min: number, { pattern }: StringShape): fc.Arbitrary<number> {
  const all = Array.from({ length: min }, (_, length) => length);
  const alone = all.filter((length) => pattern === undefined || stringOfLength(pattern, length) !== undefined);
  const usable = alone.length > 0 ? alone : all;
  return mostly(usable.at(-1) ?? 0, fc.constantFrom(...usable));
}

const wideFillers = Object.values(fillers);

function patternBreaches(scene: GenerationScene, path: MemberPath, shape: StringShape): readonly WaysToBreak[] {
  const { pattern } = shape;
  if (pattern === undefined) return [];
  const text = textOf(path, shape);
  const plain = text.plain(scene);
  const known = brokenAt(pattern, plain, 0, 0);
  // A pattern that takes every string cannot be broken.
  if (known === undefined) return [];
  const values = fc
    .tuple(text.any(scene, shape), fc.nat(0xffff), fc.nat(5))
    .map(([value, at, turn]) => brokenAt(pattern, value, at, turn) ?? known);
  return [{ clause: clauseOf(path, 'pattern'), values }];
}

function brokenArm(
  scene: GenerationScene,
  base: fc.Arbitrary<JsonObject>,
  { path, shape }: Member,
  clause: ClauseId,
  values: fc.Arbitrary<JsonValue | undefined>,
): fc.Arbitrary<BrokenRequest> {
  const member = hostOf(scene, path, plainValue(scene, path, shape));
  const host = onAnyState({ UserPoolId: poolPlaceholder, ...member }, scene);
  return fc.tuple(base, values).map(([valid, value]) => ({
    request: { ...unrelatedTo(path, valid), ...withValueAt(host, path, value) },
    breaks: value === undefined ? [clause] : [...new Set([clause, ...breachesOfValue(path, shape, value)])],
    member: path,
    clause,
  }));
}

/** Members that rules tie together: a breach in one of them leaves the others out, so that no rule is broken besides. */
const tied = [
  [
    'AutoVerifiedAttributes',
    'UserAttributeUpdateSettings',
    'SmsConfiguration',
    'Policies',
    'MfaConfiguration',
    'LambdaConfig',
    'UserPoolAddOns',
    'UserPoolTier',
    'DcrConfiguration',
    'AcrConfiguration',
  ],
  [
    'EmailConfiguration',
    'SmsVerificationMessage',
    'EmailVerificationMessage',
    'EmailVerificationSubject',
    'VerificationMessageTemplate',
    'AdminCreateUserConfig',
  ],
  ['AdminCreateUserConfig', 'Policies'],
] as const;

function unrelatedTo(path: MemberPath, valid: JsonObject): JsonObject {
  const group = tied.filter((names) => names.some((name) => name === topLevelOf(path))).flat();
  const left = new Set<string>([...group, topLevelOf(path)]);
  return Object.fromEntries(Object.entries(valid).filter(([name]) => !left.has(name)));
}
