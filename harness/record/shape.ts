import { isJsonObject, type JsonValue } from '../../specs/json.ts';

/** What is wrong in a value, and where: `.answer.status`; the place is empty for the value itself. */
export interface ShapeProblem {
  readonly place: string;
  /** Continues the place: `is missing, it has to be a number`. */
  readonly says: string;
}

/** Looks at a value, undefined where the member is missing; undefined where nothing is wrong with it. */
export type Shape = (value: JsonValue | undefined) => ShapeProblem | undefined;

/** A shape of its own: what it is in a few words, and whether a value is that. */
export function shapeOf(name: string, isOf: (value: JsonValue | undefined) => boolean): Shape {
  return (value) =>
    isOf(value)
      ? undefined
      : { place: '', says: `${value === undefined ? 'is missing' : valueSentence(value)}, it has to be ${name}` };
}

/** Anything, but there. */
export const anything = shapeOf('a value', (value) => value !== undefined);

export const text = shapeOf('a text', (value) => typeof value === 'string');

export const flag = shapeOf('true or false', (value) => typeof value === 'boolean');

/** A whole number from 0 to a bound. */
export function countUpTo(most: number): Shape {
  const isCount = (value: JsonValue | undefined) => Number.isSafeInteger(value) && Number(value) >= 0;
  return shapeOf(`a whole number from 0 to ${most}`, (value) => isCount(value) && Number(value) <= most);
}

export const count = countUpTo(1e12);

export const integer = shapeOf('a whole number', (value) => Number.isSafeInteger(value));

/** Longer than any run, short enough to be shown as days. */
const longestDuration = 1e12;

/** A time in milliseconds. */
export const duration = shapeOf(
  'a time in milliseconds',
  (value) => typeof value === 'number' && value >= 0 && value <= longestDuration,
);

export const jsonObject = shapeOf('an object', isJsonObject);

/** A moment as ISO 8601. */
export const moment = shapeOf(
  'a time as ISO 8601',
  (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
);

/** One of these values. */
export function oneOf(...values: readonly JsonValue[]): Shape {
  const names = values.map((value) => JSON.stringify(value)).join(', ');
  return shapeOf(
    values.length === 1 ? names : `one of ${names}`,
    (value) => value !== undefined && values.includes(value),
  );
}

/** Null, or what the shape asks. */
export function orNull(shape: Shape): Shape {
  return (value) => (value === null ? undefined : shape(value));
}

/** Absent, or what the shape asks. */
export function optional(shape: Shape): Shape {
  return (value) => (value === undefined ? undefined : shape(value));
}

/** A list, each of whose items has the shape. */
export function listOf(shape: Shape): Shape {
  const list = shapeOf('a list', (value) => Array.isArray(value));
  return (value) => {
    if (!Array.isArray(value)) return list(value);
    for (const [index, item] of value.entries()) {
      const problem = shape(item);
      if (problem !== undefined) return at(`[${index}]`, problem);
    }
    return undefined;
  };
}

/** An object, each of whose members has the shape. */
export function mapOf(shape: Shape): Shape {
  return (value) => {
    if (!isJsonObject(value)) return jsonObject(value);
    return firstProblem(Object.entries(value).map(([name, member]) => [name, shape(member)]));
  };
}

/** An object with these members; others may be there too, for a later version may have more. */
export function members(shapes: Readonly<Record<string, Shape>>): Shape {
  const all = Object.entries(shapes);
  return (value) => {
    if (!isJsonObject(value)) return jsonObject(value);
    return firstProblem(
      all.map(([name, shape]) => [name, shape(Object.hasOwn(value, name) ? value[name] : undefined)]),
    );
  };
}

/** An object whose other members depend on what one of them says. */
export function variants(tag: string, shapes: Readonly<Record<string, Shape>>): Shape {
  const tags = oneOf(...Object.keys(shapes));
  return (value) => {
    if (!isJsonObject(value)) return jsonObject(value);
    const name = Object.hasOwn(value, tag) ? value[tag] : undefined;
    const shape = typeof name === 'string' && Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    if (shape !== undefined) return shape(value);
    const problem = tags(name);
    return problem === undefined ? undefined : at(`.${tag}`, problem);
  };
}

function firstProblem(found: readonly (readonly [string, ShapeProblem | undefined])[]): ShapeProblem | undefined {
  for (const [name, problem] of found) if (problem !== undefined) return at(`.${name}`, problem);
  return undefined;
}

function at(place: string, problem: ShapeProblem): ShapeProblem {
  return { ...problem, place: `${place}${problem.place}` };
}

/** A short value is quoted, of a long one its beginning. */
function valueSentence(value: JsonValue): string {
  if (Array.isArray(value)) return 'is a list';
  if (isJsonObject(value)) return 'is an object';
  const json = JSON.stringify(value);
  return `is ${json.length > 60 ? `${json.slice(0, 60)}…` : json}`;
}
