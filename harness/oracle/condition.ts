import { RE2JS } from 're2js';
import type { Condition, Reads } from '../../specs/condition.ts';
import { isJsonObject, type JsonObject, type JsonValue, jsonEqual } from '../../specs/json.ts';
import type { MemberPath } from '../../specs/member.ts';

/** Stands for a value that the contract does not determine. */
export const unknown: unique symbol = Symbol('unknown');

/** A value, `undefined` where there is none, or `unknown`. */
export type Known = JsonValue | undefined | typeof unknown;

/** The answer to a condition; "unknown" where it hangs on a value that is not determined. */
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
  switch (condition.kind) {
    case 'all':
      return foremost(condition.of, scene, false);
    case 'any':
      return foremost(condition.of, scene, true);
    case 'not':
      return negate(evaluate(condition.of, scene));
    case 'present':
      return ask(condition, scene, (value) => value !== undefined && value !== null);
    case 'is':
      return ask(condition, scene, (value) => condition.values.some((one) => jsonEqual(one, value ?? null)));
    case 'above':
      return ask(condition, scene, (value) => sizeOf(value) > condition.bound);
    case 'holds':
      return ask(condition, scene, (value) => itemsOf(value).some((item) => includes(condition.values, item)));
    case 'exceeds':
      return askBoth(condition, condition.of, scene, (value, of) =>
        itemsOf(value).some((item) => !includes(itemsOf(of), item)),
      );
    case 'differs':
      return askBoth(
        condition,
        condition.from,
        scene,
        (value, from) => isThere(value) && isThere(from) && !jsonEqual(value, from),
      );
    case 'repeats':
      return ask(condition, scene, (value) => repeats(itemsOf(value), condition.member));
    case 'matches':
      return ask(condition, scene, (value) => textsOf(value).some((text) => matchesWhole(condition.pattern, text)));
    case 'elsewhere':
      return ask(condition, scene, (value) => typeof value === 'string' && isElsewhere(value, scene.region));
  }
}

/**
 * The value at a member path of an object; undefined where a step is missing. `{key}` and `{value}` give the list of a map's
 * keys or values, and a step below a list the list of what its items have there.
 */
export function valueAt(object: JsonValue | undefined, path: MemberPath): JsonValue | undefined {
  const names = namesOf(path);
  return names === undefined ? spreadAt(object, path) : namedAt(object, names);
}

const namesByPath = new Map<MemberPath, readonly string[] | undefined>();

/** The steps of a plain path, undefined for one with brackets; kept, since every case asks for the same few hundred. */
function namesOf(path: MemberPath): readonly string[] | undefined {
  if (!namesByPath.has(path)) namesByPath.set(path, /[{[]/.test(path) ? undefined : path.split('.'));
  return namesByPath.get(path);
}

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
function spreadAt(object: JsonValue | undefined, path: MemberPath): JsonValue | undefined {
  const [, before = '', kind, after = ''] = /^([^{[]*)(\{key\}|\{value\}|\[\])\.?(.*)$/.exec(path) ?? [];
  const value = namedAt(object, before.split('.'));
  const spread =
    kind === '[]' || !isJsonObject(value) ? value : kind === '{key}' ? Object.keys(value) : Object.values(value);
  return after === '' ? spread : valueAt(spread, after);
}

const compiled = new Map<string, RE2JS>();

// Names, words and ARNs come again and again, long texts seldom do.
const matched = new Map<string, boolean>();
const longestKept = 128;
const mostKept = 2000;

/**
 * Whether a whole string matches one of the service's Java patterns; linear in the length of the string. Java counts the
 * vertical tab among `\s`, RE2 does not; the patterns have `\s` in brackets alone.
 */
export function matchesWhole(pattern: string, text: string): boolean {
  const regex = compiled.get(pattern) ?? compile(pattern);
  if (text.length > longestKept) return regex.matches(text);
  if (matched.size > mostKept) matched.clear();
  const key = `${pattern} ${text}`;
  const known = matched.get(key) ?? regex.matches(text);
  matched.set(key, known);
  return known;
}

function compile(pattern: string): RE2JS {
  const regex = RE2JS.compile(pattern.replaceAll('\\s', '\\s\\x0B'));
  compiled.set(pattern, regex);
  return regex;
}

interface Leaf {
  readonly at: MemberPath;
  readonly reads: Reads;
}

function ask(leaf: Leaf, scene: ConditionScene, test: (value: JsonValue | undefined) => boolean): Truth {
  const value = read(leaf.at, leaf.reads, scene);
  return value === unknown ? 'unknown' : test(value);
}

function askBoth(
  leaf: Leaf,
  other: MemberPath,
  scene: ConditionScene,
  test: (value: JsonValue | undefined, other: JsonValue | undefined) => boolean,
): Truth {
  const second = read(other, leaf.reads, scene);
  return second === unknown ? 'unknown' : ask(leaf, scene, (first) => test(first, second));
}

function read(path: MemberPath, reads: Reads, scene: ConditionScene): Known {
  switch (reads) {
    case 'request':
      return valueAt(scene.request, path);
    case 'result':
      return scene.result(path);
  }
}

/** The answer that decides alone if any part gives it, else "unknown" if any is that, else the other; asks no more than needed. */
function foremost(parts: readonly Condition[], scene: ConditionScene, deciding: boolean): Truth {
  let answer: Truth = !deciding;
  for (const part of parts) {
    const truth = evaluate(part, scene);
    if (truth === deciding) return truth;
    if (truth === 'unknown') answer = truth;
  }
  return answer;
}

function negate(truth: Truth): Truth {
  return truth === 'unknown' ? truth : !truth;
}

function isThere(value: JsonValue | undefined): value is JsonValue {
  return value !== undefined && value !== null;
}

function itemsOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function includes(values: readonly JsonValue[], wanted: JsonValue): boolean {
  return values.some((value) => jsonEqual(value, wanted));
}

function sizeOf(value: JsonValue | undefined): number {
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
