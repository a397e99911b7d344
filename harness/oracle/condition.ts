import type { Condition, Reads } from '../../specs/condition.ts';
import { isJsonObject, type JsonObject, type JsonValue, jsonEqual } from '../../specs/json.ts';
import type { MemberPath } from '../../specs/member.ts';
import { memoizeByObject, memoizeByText } from '../../specs/memoize.ts';
import { matchesWhole } from './matchesWhole.ts';

/** Stands for a value that the contract does not determine. */
export const unknown: unique symbol = Symbol('unknown');

/** A value, `undefined` where there is none, or `unknown`. */
export type Known = JsonValue | undefined | typeof unknown;

/** The answer to a condition; "unknown" where it depends on a value that is not determined. */
export type Truth = boolean | 'unknown';

/** What a condition is asked about. */
export interface ConditionScene {
  readonly request: JsonObject;
  /** The value a member would have afterwards. */
  readonly result: (path: MemberPath) => Known;
  /** The Region of the pool. */
  readonly region: string;
}

/** Whether a condition holds in a scene. Unknown values make an answer unknown only where they matter. */
export function evaluate(condition: Condition, scene: ConditionScene): Truth {
  return compiledTest(condition)(scene);
}

type Test = (scene: ConditionScene) => Truth;

// Every case asks the same few hundred conditions, so each is read once.
const compiledTest = memoizeByObject(compileTest);

function compileTest(condition: Condition): Test {
  switch (condition.kind) {
    case 'all':
      return combineTests(condition.of, false);
    case 'any':
      return combineTests(condition.of, true);
    case 'not':
      return negateTest(compiledTest(condition.of));
    case 'region':
      return ({ region }) => condition.names.includes(region);
    case 'present':
      return testValue(condition, (value) => value !== undefined && value !== null);
    case 'is':
      return testValue(condition, (value) => includes(condition.values, value ?? null));
    case 'above':
      return testValue(condition, (value) => countOrNumber(value) > condition.bound);
    case 'holds':
      return testValue(condition, (value) => itemsOf(value).some((item) => includes(condition.values, item)));
    case 'exceeds':
      return testPair(condition, condition.of, (value, of) =>
        itemsOf(value).some((item) => !includes(itemsOf(of), item)),
      );
    case 'differs':
      return testPair(
        condition,
        condition.from,
        (value, from) => isPresent(value) && isPresent(from) && !jsonEqual(value, from),
      );
    case 'repeats':
      return testValue(condition, (value) => repeats(itemsOf(value), condition.member));
    case 'matches':
      return testValue(condition, (value) => textsOf(value).some((text) => matchesWhole(condition.pattern, text)));
    case 'elsewhere':
      return testValue(condition, (value, { region }) => typeof value === 'string' && isElsewhere(value, region));
  }
}

/**
 * The value at a member path of an object; undefined where a step is missing. `{key}` and `{value}` give the list of a map's
 * keys or values, and a step below a list the list of what its items have there.
 */
export function valueAt(object: JsonValue | undefined, path: MemberPath): JsonValue | undefined {
  return readerOfPath(path)(object);
}

/** Reads the value at one member path of any object: where the same path is asked for again and again. */
export type PathReader = (object: JsonValue | undefined) => JsonValue | undefined;

/** The reader of a member path. */
export function pathReader(path: MemberPath): PathReader {
  return readerOfPath(path);
}

// Kept, since every case asks for the same few hundred paths.
const readerOfPath = memoizeByText((path): PathReader => {
  if (/[{[]/.test(path)) return spreadReader(path);
  const names = path.split('.');
  return (object) => namedAt(object, names);
});

function namedAt(object: JsonValue | undefined, names: readonly string[]): JsonValue | undefined {
  let value = object;
  for (const name of names) {
    if (Array.isArray(value)) {
      const below = names.slice(names.indexOf(name));
      return value.flatMap((item: JsonValue) => namedAt(item, below) ?? []);
    }
    if (!isJsonObject(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

// `A.B{value}.C`: what stands before the brackets, then its keys or values, then what these have below.
function spreadReader(path: MemberPath): PathReader {
  const [, before = '', kind, after = ''] = /^([^{[]*)(\{key\}|\{value\}|\[\])\.?(.*)$/.exec(path) ?? [];
  const names = before.split('.');
  const below = after === '' ? undefined : pathReader(after);
  return (object) => {
    const value = namedAt(object, names);
    const spread =
      kind === '[]' || !isJsonObject(value) ? value : kind === '{key}' ? Object.keys(value) : Object.values(value);
    return below === undefined ? spread : below(spread);
  };
}

interface Leaf {
  readonly at: MemberPath;
  readonly reads: Reads;
}

type Value = JsonValue | undefined;

function testValue({ at, reads }: Leaf, test: (value: Value, scene: ConditionScene) => boolean): Test {
  const read = compileReader(at, reads);
  return (scene) => {
    const value = read(scene);
    return value === unknown ? 'unknown' : test(value, scene);
  };
}

function testPair({ at, reads }: Leaf, other: MemberPath, test: (value: Value, other: Value) => boolean): Test {
  const [first, second] = [compileReader(at, reads), compileReader(other, reads)];
  return (scene) => {
    const one = first(scene);
    const two = second(scene);
    return one === unknown || two === unknown ? 'unknown' : test(one, two);
  };
}

function compileReader(path: MemberPath, reads: Reads): (scene: ConditionScene) => Known {
  switch (reads) {
    case 'request': {
      const read = pathReader(path);
      return ({ request }) => read(request);
    }
    case 'result':
      return ({ result }) => result(path);
  }
}

/** The answer that decides alone if any part gives it, else "unknown" if any is that, else the other; asks no more than needed. */
function combineTests(parts: readonly Condition[], deciding: boolean): Test {
  const ready = parts.map(compiledTest);
  return (scene) => {
    let answer: Truth = !deciding;
    for (const test of ready) {
      const truth = test(scene);
      if (truth === deciding) return truth;
      if (truth === 'unknown') answer = truth;
    }
    return answer;
  };
}

function negateTest(test: Test): Test {
  return (scene) => {
    const truth = test(scene);
    return truth === 'unknown' ? truth : !truth;
  };
}

function isPresent(value: JsonValue | undefined): value is JsonValue {
  return value !== undefined && value !== null;
}

function itemsOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function includes(values: readonly JsonValue[], wanted: JsonValue): boolean {
  if (typeof wanted !== 'object' || wanted === null) return values.includes(wanted);
  return values.some((value) => jsonEqual(value, wanted));
}

function countOrNumber(value: JsonValue | undefined): number {
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) return value.length;
  return isJsonObject(value) ? Object.keys(value).length : Number.NEGATIVE_INFINITY;
}

function repeats(items: readonly JsonValue[], member: string): boolean {
  const seen = items.map((item) => JSON.stringify(valueAt(item, member) ?? null));
  return new Set(seen).size < seen.length;
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string');
  return isJsonObject(value) ? Object.keys(value) : [];
}

// arn:partition:service:region:account:resource, or the bare name of a Region
function isElsewhere(place: string, region: string): boolean {
  const named = place.startsWith('arn:') ? place.split(':')[3] : place;
  return named !== undefined && named !== '' && named !== region;
}
