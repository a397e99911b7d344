import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import type { MemberPath } from '../../specs/member.ts';
import type { Shape, StructureShape } from '../../specs/shape.ts';

/** A request without the members that its shape does not have, at whatever depth. */
export function withoutUnknownMembers({ members }: StructureShape, request: JsonObject): JsonObject {
  const known = Object.entries(request).flatMap(([name, value]) => {
    const shape = Object.hasOwn(members, name) ? members[name] : undefined;
    return shape === undefined ? [] : [[name, partOf(shape, value)] as const];
  });
  return Object.fromEntries(known);
}

/** The members that are empty in a request without unknown members and not in the request as it was. */
export function emptiedMembers(request: JsonObject, known: JsonObject, around = ''): readonly MemberPath[] {
  return Object.entries(known).flatMap(([name, value]) => {
    const before = request[name];
    if (!isJsonObject(value) || !isJsonObject(before) || Object.keys(before).length === 0) return [];
    const member = `${around}${name}`;
    return Object.keys(value).length === 0 ? [member] : emptiedMembers(before, value, `${member}.`);
  });
}

function partOf(shape: Shape, value: JsonValue): JsonValue {
  switch (shape.type) {
    case 'structure':
      return isJsonObject(value) ? withoutUnknownMembers(shape, value) : value;
    case 'list':
      return Array.isArray(value) ? value.map((item) => partOf(shape.item, item)) : value;
    case 'map':
      if (!isJsonObject(value)) return value;
      return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, partOf(shape.value, child)]));
    case 'string':
    case 'integer':
    case 'boolean':
      return value;
  }
}
