import type { Edition } from '../../specs/edition.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { type MemberPath, membersOf } from '../../specs/member.ts';
import type { GenerationScene } from '../scene.ts';

/** A step that adds to a request what a rule asks to go with it, or takes out what cannot go with it. */
export type Companion = (request: JsonObject, scene: GenerationScene) => JsonObject;

/** The value at a dotted path of structures; undefined where there is none. */
export function at(request: JsonValue | undefined, path: string): JsonValue | undefined {
  let holder = request;
  for (const name of namesIn(path)) {
    if (!isJsonObject(holder)) return undefined;
    holder = holder[name];
  }
  return holder;
}

const names = new Map<string, readonly string[]>();

// Every request asks for the same few dozen paths.
function namesIn(path: string): readonly string[] {
  const known = names.get(path) ?? path.split('.');
  names.set(path, known);
  return known;
}

/** The list at a path; empty where there is none. */
export function listAt(request: JsonObject, path: string): readonly JsonValue[] {
  const value = at(request, path);
  return Array.isArray(value) ? value : [];
}

/** The request with a value at a path, its parents made where they are missing. */
export function put(request: JsonObject, path: string, value: JsonValue): JsonObject {
  const [name = '', ...rest] = path.split('.');
  const inner = request[name];
  if (rest.length === 0) return { ...request, [name]: value };
  return { ...request, [name]: put(isJsonObject(inner) ? inner : {}, rest.join('.'), value) };
}

/** The request with a value at a path, unless it has one there. */
export function putIfAbsent(request: JsonObject, path: string, value: JsonValue): JsonObject {
  return at(request, path) === undefined ? put(request, path, value) : request;
}

/** The request without some paths; their parents stay. */
export function drop(request: JsonObject, ...paths: readonly string[]): JsonObject {
  return paths.reduce(dropOne, request);
}

function dropOne(request: JsonObject, path: string): JsonObject {
  const [name = '', ...rest] = path.split('.');
  const { [name]: inner, ...others } = request;
  if (inner === undefined || (rest.length > 0 && !isJsonObject(inner))) return request;
  return rest.length === 0 || !isJsonObject(inner) ? others : { ...request, [name]: dropOne(inner, rest.join('.')) };
}

const pathsOf = new WeakMap<Edition, ReadonlySet<MemberPath>>();

/** Whether the scene's edition has a member. */
export function knows({ edition }: GenerationScene, path: MemberPath): boolean {
  const paths = pathsOf.get(edition) ?? new Set(membersOf(edition.input).map((member) => member.path));
  pathsOf.set(edition, paths);
  return paths.has(path);
}
