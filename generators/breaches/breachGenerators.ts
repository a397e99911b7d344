import fc from 'fast-check';
import type { ClauseId } from '../../specs/clause.ts';
import type { JsonValue } from '../../specs/json.ts';
import type { Member, MemberPath } from '../../specs/member.ts';
import { memoizeByObject } from '../../specs/memoize.ts';
import { modelClauseId } from '../../specs/modelClauses.ts';
import type { IntegerShape, ListShape, Shape, StringShape } from '../../specs/shape.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { breakStringAt } from '../pattern/brokenStrings.ts';
import { stringOfLength } from '../pattern/stringOfLength.ts';
import { fillers } from '../values/fillers.ts';
import { memberValues, textOfMember } from '../values/memberValues.ts';
import { stretchedString } from '../values/stretchedStrings.ts';
import { lookAlikeWords, nearMissWords, unusualWrongTypes, wrongTypes } from './wrongValues.ts';

/** One clause of a member, and values that break it while they keep what they can. */
export interface BreachGenerator {
  readonly clause: ClauseId;
  /** Undefined leaves the member out. */
  readonly values: fc.Arbitrary<JsonValue | undefined>;
}

/** Every clause of the model that a member can break. */
export function breachGenerators(scene: GenerationScene, member: Member): readonly BreachGenerator[] {
  return breachesIn(scene)(member);
}

// Drawn one at a time, and several at once.
const breachesIn = memoizeByObject((scene: GenerationScene) =>
  memoizeByObject((member: Member) => typeAndOtherBreaches(scene, member)),
);

function typeAndOtherBreaches(scene: GenerationScene, member: Member): readonly BreachGenerator[] {
  const { path, shape, required } = member;
  const missing = required ? [{ clause: modelClauseId(path, 'required'), values: fc.constant(undefined) }] : [];
  // The key of a JSON object is always a string.
  const types = path.endsWith('{key}')
    ? []
    : [
        {
          clause: modelClauseId(path, 'type'),
          values: fc.constantFrom(...Object.values(wrongTypes(shape)), ...unusualWrongTypes(shape)),
        },
      ];
  return [...missing, ...types, ...constraintBreaches(scene, path, shape)];
}

function constraintBreaches(scene: GenerationScene, path: MemberPath, shape: Shape): readonly BreachGenerator[] {
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

function integerBreaches(path: MemberPath, { min, max }: IntegerShape): readonly BreachGenerator[] {
  const below = min === undefined ? [] : [mostly(min - 1, farBelow(min))];
  const above = max === undefined ? [] : [mostly(max + 1, farAbove(max))];
  return [
    ...below.map((values) => ({ clause: modelClauseId(path, 'min'), values })),
    ...above.map((values) => ({ clause: modelClauseId(path, 'max'), values })),
  ];
}

// Beyond every width that a number may be read into.
function farBelow(min: number): fc.Arbitrary<number> {
  return fc.oneof(
    fc.integer({ min: -(2 ** 31), max: min - 2 }),
    fc.constantFrom(-(2 ** 31) - 1, -(2 ** 53), -(2 ** 63), -1e308),
  );
}

function farAbove(max: number): fc.Arbitrary<number> {
  return fc.oneof(
    fc.integer({ min: max + 2, max: 2 ** 31 - 1 }),
    // The first of them overflow to a small or negative number when read into 8, 16, 32 or 64 bits.
    fc.constantFrom(2 ** 8 + max, 2 ** 16 + max, 2 ** 31, 2 ** 32 + max, 2 ** 53, 2 ** 63, 1e21, 1e308),
  );
}

// One step beyond a bound is the likeliest mistake, so it is drawn most often.
function mostly(usual: number, rare: fc.Arbitrary<number>): fc.Arbitrary<number> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: rare });
}

function listBreaches(scene: GenerationScene, path: MemberPath, shape: ListShape): readonly BreachGenerator[] {
  const { min = 0, max } = shape;
  const items = (count: fc.Arbitrary<number>) =>
    count.chain((length) =>
      fc.array(memberValues(scene, `${path}[]`, shape.item), { minLength: length, maxLength: length }),
    );
  const fewer = { clause: modelClauseId(path, 'min'), values: items(fc.constant(min - 1)) };
  const more = (most: number) => ({
    clause: modelClauseId(path, 'max'),
    values: items(mostly(most + 1, fc.integer({ min: most + 2, max: most + 20 }))),
  });
  return [...(min > 0 ? [fewer] : []), ...(max === undefined ? [] : [more(max)])];
}

function stringBreaches(scene: GenerationScene, path: MemberPath, shape: StringShape): readonly BreachGenerator[] {
  const misses = shape.enum === undefined ? [] : [wordsOutside(shape.enum)];
  return [
    ...misses.map((values) => ({ clause: modelClauseId(path, 'enum'), values })),
    ...lengthBreaches(scene, path, shape),
    ...patternBreaches(scene, path, shape),
  ];
}

function wordsOutside(values: readonly string[]): fc.Arbitrary<string> {
  const altered = values.flatMap((word) => [...Object.values(nearMissWords([word])), ...lookAlikeWords(word)]);
  return fc.constantFrom(...new Set(altered.filter((word) => !values.includes(word))));
}

function lengthBreaches(scene: GenerationScene, path: MemberPath, shape: StringShape): readonly BreachGenerator[] {
  const { min = 0, max } = shape;
  const longer = (most: number) =>
    fc
      .tuple(
        mostly(most + 1, fc.oneof(fc.integer({ min: most + 2, max: most + 99 }), fc.constant(most + veryLong))),
        fc.constantFrom(undefined, ...wideFillers),
      )
      .map(([length, filler]) => stretchedString(scene, path, shape, length, filler));
  const shorter = (least: number) =>
    lengthsBelow(least, shape).map((length) => stretchedString(scene, path, shape, length));
  return [
    ...(min > 0 ? [{ clause: modelClauseId(path, 'min'), values: shorter(min) }] : []),
    ...(max === undefined ? [] : [{ clause: modelClauseId(path, 'max'), values: longer(max) }]),
  ];
}

/** More than a buffer or an index of 16 bits holds. */
const veryLong = 70_000;

/** Lengths at which only the minimum is broken, or where the pattern leaves none, all of them. */
function lengthsBelow(min: number, { pattern }: StringShape): fc.Arbitrary<number> {
  const all = Array.from({ length: min }, (_, length) => length);
  const alone = all.filter((length) => pattern === undefined || stringOfLength(pattern, length) !== undefined);
  const usable = alone.length > 0 ? alone : all;
  return mostly(usable.at(-1) ?? 0, fc.constantFrom(...usable));
}

const wideFillers = Object.values(fillers);

function patternBreaches(scene: GenerationScene, path: MemberPath, shape: StringShape): readonly BreachGenerator[] {
  const { pattern } = shape;
  if (pattern === undefined) return [];
  const text = textOfMember(path, shape);
  const plain = text.plain(scene);
  const known = breakStringAt(pattern, plain, 0, 0);
  // A pattern that takes every string cannot be broken.
  if (known === undefined) return [];
  const values = fc
    .tuple(text.any(scene, shape), fc.nat(0xffff), fc.nat(10))
    .map(([value, at, turn]) => breakStringAt(pattern, value, at, turn) ?? known);
  return [{ clause: modelClauseId(path, 'pattern'), values }];
}
