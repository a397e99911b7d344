import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import type { Shape } from '../../specs/shape.ts';
import { simplerMaps, simplerValues } from './simplerValues.ts';

/** Whether a request could still show the deviation, as far as the oracle can tell. */
type MayShow = (request: JsonObject) => boolean;

/**
 * The requests that are one step smaller, made as they are read: a member left out, at the top first and then one level after
 * another down; after that values made small where they stand.
 */
export function* simplerRequests(
  input: Shape,
  request: JsonObject,
  keep: readonly string[],
  mayShow: MayShow,
): Generator<JsonObject, void> {
  yield* withoutMembers(input, request, keep);
  yield* withSmallerValues(input, request, keep, mayShow);
}

/** The objects with one member less, at the top first, then one level after another down. Keys of a map are no members. */
export function* withoutMembers(
  shape: Shape | undefined,
  object: JsonObject,
  keep: readonly string[],
): Generator<JsonObject, void> {
  if (shape?.type === 'map') return;
  const names = Object.keys(object).filter((name) => !keep.includes(name));
  // Of many members most have nothing to do with it.
  if (names.length > 3) {
    const half = names.length >> 1;
    yield omitAll(object, names.slice(half));
    yield omitAll(object, names.slice(0, half));
  }
  // Where two of them matter, each half may have one.
  if (names.length > 7) for (const part of quartersOf(names)) yield omitAll(object, part);
  if (names.length > 1 || keep.length > 0) {
    for (const name of names) yield omit(object, name);
  }
  for (const name of names) {
    const value = object[name];
    if (!isJsonObject(value)) continue;
    for (const smaller of withoutMembers(childShape(shape, name), value, [])) yield { ...object, [name]: smaller };
  }
}

function quartersOf(names: readonly string[]): readonly (readonly string[])[] {
  const size = Math.ceil(names.length / 4);
  return [0, 1, 2, 3].map((index) => names.slice(index * size, (index + 1) * size)).filter(({ length }) => length > 0);
}

function childShape(shape: Shape | undefined, name: string): Shape | undefined {
  if (shape?.type === 'map') return shape.value;
  return shape?.type === 'structure' && Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
}

function omit(object: JsonObject, name: string): JsonObject {
  return omitAll(object, [name]);
}

function omitAll(object: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !names.includes(key)));
}

function* withSmallerValues(
  shape: Shape | undefined,
  object: JsonObject,
  keep: readonly string[],
  mayShow: MayShow,
): Generator<JsonObject, void> {
  for (const [name, value] of Object.entries(object)) {
    if (keep.includes(name)) continue;
    const put = (one: JsonValue): JsonObject => ({ ...object, [name]: one });
    for (const smaller of smallerAt(childShape(shape, name), value, (one) => mayShow(put(one)))) yield put(smaller);
  }
}

function* smallerAt(
  shape: Shape | undefined,
  value: JsonValue,
  mayShow: (value: JsonValue) => boolean,
): Generator<JsonValue, void> {
  if (isJsonObject(value)) {
    if (shape?.type === 'map') yield* simplerMaps(value, (one) => mayShow(one));
    yield* withSmallerValues(shape, value, [], (one) => mayShow(one));
    return;
  }
  yield* simplerValues(value, mayShow);
  if (!Array.isArray(value)) return;
  const item = shape?.type === 'list' ? shape.item : undefined;
  for (const [index, one] of value.entries()) {
    for (const smaller of smallerAt(item, one, (each) => mayShow(value.with(index, each))))
      yield value.with(index, smaller);
  }
}
