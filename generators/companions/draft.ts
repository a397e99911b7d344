import type { Edition } from '../../specs/edition.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { type MemberPath, membersOf } from '../../specs/member.ts';
import { oncePer, oncePerText } from '../../specs/oncePer.ts';
import type { GenerationScene } from '../cases/scene.ts';

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

// Every request asks for the same few dozen paths.
const namesIn = oncePerText((path): readonly string[] => path.split('.'));

/** The list at a path; empty where there is none. */
export function listAt(request: JsonObject, path: string): readonly JsonValue[] {
  const value = at(request, path);
  return Array.isArray(value) ? value : [];
}

/** The request with a value at a path, its parents made where they are missing. */
export function put(request: JsonObject, path: string, value: JsonValue): JsonObject {
  return putBelow(request, namesIn(path), 0, value);
}

function putBelow(request: JsonObject, names: readonly string[], depth: number, value: JsonValue): JsonObject {
  const name = names[depth] ?? '';
  if (depth === names.length - 1) return { ...request, [name]: value };
  const inner = request[name];
  return { ...request, [name]: putBelow(isJsonObject(inner) ? inner : {}, names, depth + 1, value) };
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
  return at(request, path) === undefined ? request : dropBelow(request, namesIn(path), 0);
}

function dropBelow(request: JsonObject, names: readonly string[], depth: number): JsonObject {
  const { [names[depth] ?? '']: inner, ...others } = request;
  if (depth === names.length - 1 || !isJsonObject(inner)) return others;
  return { ...request, [names[depth] ?? '']: dropBelow(inner, names, depth + 1) };
}

const pathsOf = oncePer(
  ({ input }: Edition): ReadonlySet<MemberPath> => new Set(membersOf(input).map(({ path }) => path)),
);

/** Whether the scene's edition has a member. */
export function knows({ edition }: GenerationScene, path: MemberPath): boolean {
  return pathsOf(edition).has(path);
}
