import type { Edition } from '../../specs/edition.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { type MemberPath, membersOf } from '../../specs/member.ts';
import { memoizeByObject, memoizeByText } from '../../specs/memoize.ts';
import type { GenerationScene } from '../cases/scene.ts';

/** A step that adds to a request what a rule asks to go with it, or takes out what cannot go with it. */
export type Companion = (request: JsonObject, scene: GenerationScene) => JsonObject;

/** The value at a dotted path of structures; undefined where there is none. */
export function getIn(request: JsonValue | undefined, path: string): JsonValue | undefined {
  let holder = request;
  for (const name of namesIn(path)) {
    if (!isJsonObject(holder)) return undefined;
    holder = holder[name];
  }
  return holder;
}

// Every request asks for the same few dozen paths.
const namesIn = memoizeByText((path): readonly string[] => path.split('.'));

/** The list at a path; empty where there is none. */
export function getListIn(request: JsonObject, path: string): readonly JsonValue[] {
  const value = getIn(request, path);
  return Array.isArray(value) ? value : [];
}

/** The request with a value at a path, its parents made where they are missing. */
export function setIn(request: JsonObject, path: string, value: JsonValue): JsonObject {
  return setBelow(request, namesIn(path), 0, value);
}

function setBelow(request: JsonObject, names: readonly string[], depth: number, value: JsonValue): JsonObject {
  const name = names[depth] ?? '';
  if (depth === names.length - 1) return { ...request, [name]: value };
  const inner = request[name];
  return { ...request, [name]: setBelow(isJsonObject(inner) ? inner : {}, names, depth + 1, value) };
}

/** The request with a value at a path, unless it has one there. */
export function setInIfAbsent(request: JsonObject, path: string, value: JsonValue): JsonObject {
  return getIn(request, path) === undefined ? setIn(request, path, value) : request;
}

/** The request without some paths; their parents stay. */
export function removeIn(request: JsonObject, ...paths: readonly string[]): JsonObject {
  return paths.reduce(removePath, request);
}

function removePath(request: JsonObject, path: string): JsonObject {
  return getIn(request, path) === undefined ? request : removeBelow(request, namesIn(path), 0);
}

function removeBelow(request: JsonObject, names: readonly string[], depth: number): JsonObject {
  const { [names[depth] ?? '']: inner, ...others } = request;
  if (depth === names.length - 1 || !isJsonObject(inner)) return others;
  return { ...request, [names[depth] ?? '']: removeBelow(inner, names, depth + 1) };
}

const pathsOf = memoizeByObject(
  ({ input }: Edition): ReadonlySet<MemberPath> => new Set(membersOf(input).map(({ path }) => path)),
);

/** Whether the scene's edition has a member. */
export function isInEdition({ edition }: GenerationScene, path: MemberPath): boolean {
  return pathsOf(edition).has(path);
}
