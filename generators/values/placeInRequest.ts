import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { childrenOf, type MemberPath, pathSteps } from '../../specs/member.ts';
import { memoizeByObject } from '../../specs/memoize.ts';
import type { Shape, StructureShape } from '../../specs/shape.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { textOfMember } from './memberValues.ts';

/** The smallest object in which a member has a value: its parents, with what they require, and nothing else. */
export function requestHolding(scene: GenerationScene, path: MemberPath, value: JsonValue): JsonObject {
  const host = buildHolder(scene, { path: '', shape: withoutRequired(scene.edition.input) }, pathSteps(path), value);
  if (!isJsonObject(host)) throw new TypeError(`"${path}" is not a member of a request.`);
  return host;
}

const withoutRequired = memoizeByObject((input: StructureShape): StructureShape => ({ ...input, required: [] }));

/** An ordinary value of a member. */
export function plainValue(scene: GenerationScene, path: MemberPath, shape: Shape): JsonValue {
  const values = plainValuesIn(scene);
  const known = values.get(path) ?? plainOf(scene, path, shape);
  values.set(path, known);
  return known;
}

const plainValuesIn = memoizeByObject((_scene: GenerationScene) => new Map<MemberPath, JsonValue>());

function plainOf(scene: GenerationScene, path: MemberPath, shape: Shape): JsonValue {
  switch (shape.type) {
    case 'structure':
      return Object.fromEntries(
        childrenOf(path, shape)
          .filter(({ required }) => required)
          .map((child) => [pathSteps(child.path).at(-1), plainValue(scene, child.path, child.shape)]),
      );
    case 'list':
      return [plainValue(scene, `${path}[]`, shape.item)];
    case 'map':
      return { [anyValidKey(scene, path, shape)]: plainValue(scene, `${path}{value}`, shape.value) };
    case 'string':
      return shape.enum?.[0] ?? textOfMember(path, shape).plain(scene);
    case 'integer':
      return shape.min ?? 0;
    case 'boolean':
      return true;
  }
}

/** The value at a member; of a list the last item, of a map the last entry. Undefined where there is none. */
export function lastValueAt(request: JsonValue, path: MemberPath): JsonValue | undefined {
  return pathSteps(path).reduce<JsonValue | undefined>(stepInto, request);
}

/** The same request with another value at a member that it has; undefined takes the member out. */
export function withValueAt(request: JsonObject, path: MemberPath, value: JsonValue | undefined): JsonObject {
  const changed = replaced(request, pathSteps(path), 0, value);
  if (!isJsonObject(changed)) throw new TypeError(`"${path}" cannot stand for the request itself.`);
  return changed;
}

interface Place {
  readonly path: MemberPath;
  readonly shape: Shape;
}

function buildHolder(
  scene: GenerationScene,
  { path, shape }: Place,
  [step, ...rest]: readonly string[],
  value: JsonValue,
): JsonValue {
  if (step === undefined) return value;
  const inner = (child: Place) => buildHolder(scene, child, rest, value);
  switch (shape.type) {
    case 'structure': {
      const child = childrenOf(path, shape).find((member) => pathSteps(member.path).at(-1) === step);
      if (child === undefined) throw new TypeError(`"${path}" has no member "${step}" in this edition.`);
      const required = path === '' ? {} : plainValue(scene, path, shape);
      return { ...(isJsonObject(required) ? required : {}), [step]: inner(child) };
    }
    case 'list':
      return [inner({ path: `${path}[]`, shape: shape.item })];
    case 'map':
      return step === '{key}'
        ? { [String(value)]: plainValue(scene, `${path}{value}`, shape.value) }
        : { [anyValidKey(scene, path, shape)]: inner({ path: `${path}{value}`, shape: shape.value }) };
    case 'string':
    case 'integer':
    case 'boolean':
      throw new TypeError(`Nothing lies below "${path}".`);
  }
}

function anyValidKey(scene: GenerationScene, path: MemberPath, shape: Extract<Shape, { type: 'map' }>): string {
  return textOfMember(`${path}{key}`, shape.key).plain(scene);
}

function stepInto(value: JsonValue | undefined, step: string): JsonValue | undefined {
  if (step === '[]') return Array.isArray(value) ? value.at(-1) : undefined;
  if (!isJsonObject(value)) return undefined;
  if (step === '{key}') return Object.keys(value).at(-1);
  if (step === '{value}') return Object.values(value).at(-1);
  return Object.hasOwn(value, step) ? value[step] : undefined;
}

function replaced(
  holder: JsonValue,
  steps: readonly string[],
  depth: number,
  value: JsonValue | undefined,
): JsonValue | undefined {
  const step = steps[depth];
  if (step === undefined) return value;
  const below = (inner: JsonValue) => replaced(inner, steps, depth + 1, value);
  if (Array.isArray(holder)) return [...holder.slice(0, -1), ...definedValue(below(holder.at(-1)))];
  if (!isJsonObject(holder)) throw new TypeError(`There is no "${step}" in ${JSON.stringify(holder)}.`);
  const lastKey = Object.keys(holder).at(-1);
  if (step === '{key}' && lastKey !== undefined) return renamedLast(holder, `${value}`);
  return withOwn(holder, step === '{value}' ? (lastKey ?? '') : step, below);
}

function renamedLast(map: JsonObject, key: string): JsonObject {
  return Object.fromEntries(
    Object.entries(map).map(([name, value], at, { length }) => [at === length - 1 ? key : name, value]),
  );
}

/** An object with a member changed that it has; undefined takes it out. */
function withOwn(holder: JsonObject, name: string, change: (value: JsonValue) => JsonValue | undefined): JsonObject {
  const inner = change(holder[name] ?? {});
  if (!Object.hasOwn(holder, name)) return holder;
  if (inner !== undefined) return { ...holder, [name]: inner };
  const { [name]: _gone, ...others } = holder;
  return others;
}

function definedValue(value: JsonValue | undefined): readonly JsonValue[] {
  return value === undefined ? [] : [value];
}
