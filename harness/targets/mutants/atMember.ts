import { isJsonObject, type JsonObject, type JsonValue, ownMember } from '../../../specs/json.ts';
import { type MemberPath, pathSteps } from '../../../specs/member.ts';
import type { Shape, StructureShape } from '../../../specs/shape.ts';

/** The path of the structure, list or map that a member lies in; `''` for the request. */
export function parentOf(path: MemberPath): MemberPath {
  return path.replace(/(\.?[^.[{]+|\[\]|\{key\}|\{value\})$/, '');
}

/** The shape of a request in which one member's shape is another. */
export function withShapeAt(input: StructureShape, path: MemberPath, change: (shape: Shape) => Shape): StructureShape {
  const changed = shapeChanged(input, pathSteps(path), change);
  if (changed.type !== 'structure') throw new TypeError(`A request cannot be a ${changed.type}.`);
  return changed;
}

function shapeChanged(shape: Shape, [step, ...rest]: readonly string[], change: (shape: Shape) => Shape): Shape {
  if (step === undefined) return change(shape);
  switch (shape.type) {
    case 'structure': {
      const child = shape.members[step];
      if (child === undefined) throw new TypeError(`There is no member "${step}".`);
      return { ...shape, members: { ...shape.members, [step]: shapeChanged(child, rest, change) } };
    }
    case 'list':
      return { ...shape, item: shapeChanged(shape.item, rest, change) };
    case 'map': {
      if (step === '{value}') return { ...shape, value: shapeChanged(shape.value, rest, change) };
      const key = change(shape.key);
      return key.type === 'string' ? { ...shape, key } : shape;
    }
    case 'string':
    case 'integer':
    case 'boolean':
      throw new TypeError(`Nothing lies below a ${shape.type}.`);
  }
}

/** A copy in which every value at a member is another; places that are not there are passed over. */
export function mapAt(value: JsonValue, path: MemberPath, change: (value: JsonValue) => JsonValue): JsonValue {
  return mapped(value, pathSteps(path), change);
}

function mapped(
  value: JsonValue,
  [step, ...rest]: readonly string[],
  change: (value: JsonValue) => JsonValue,
): JsonValue {
  if (step === undefined) return change(value);
  if (step === '[]') return Array.isArray(value) ? value.map((item) => mapped(item, rest, change)) : value;
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [
      name,
      name === step || step === '{value}' ? mapped(child, rest, change) : child,
    ]),
  );
}

/** The value at a dotted path; undefined where a step is missing. */
export function dottedAt(object: JsonValue | undefined, path: MemberPath): JsonValue | undefined {
  return path.split('.').reduce<JsonValue | undefined>((value, name) => ownMember(value, name), object);
}

/** A copy with another value at a dotted path; undefined takes the member away. */
export function withDottedAt(object: JsonObject, path: MemberPath, value: JsonValue | undefined): JsonObject {
  const [name = '', ...rest] = path.split('.');
  const { [name]: old, ...others } = object;
  if (rest.length > 0 && value === undefined && !isJsonObject(old)) return object;
  const next = rest.length === 0 ? value : withDottedAt(isJsonObject(old) ? old : {}, rest.join('.'), value);
  return next === undefined ? others : { ...others, [name]: next };
}
