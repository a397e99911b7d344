import { isJsonObject, type JsonObject, type JsonValue } from '../../../specs/json.ts';
import type { Shape, StructureShape } from '../../../specs/shape.ts';
import { Refusal } from './answer.ts';

/**
 * A body as the service understands it: only the members of the shape, null taken as absent.
 * Refuses a value of the wrong JSON type with SerializationException.
 */
export function readInput(shape: StructureShape, body: JsonValue): JsonObject {
  return isJsonObject(body) ? readStructure(shape, body) : refuseInput('Expected map or null');
}

function readValue(shape: Shape, value: JsonValue): JsonValue {
  switch (shape.type) {
    case 'structure':
      return isJsonObject(value) ? readStructure(shape, value) : refuseInput('Expected map or null');
    case 'map':
      return isJsonObject(value) ? readMap(shape.value, value) : refuseInput('Expected map or null');
    case 'list':
      return Array.isArray(value) ? readList(shape.item, value) : refuseInput('Expected list or null');
    case 'string':
      return typeof value === 'string' ? value : refuseInput(conversionMessage(value, 'String'));
    // A fraction is no integer; nobody has seen the service cut one off.
    case 'integer':
      return Number.isInteger(value) ? value : refuseInput(conversionMessage(value, 'Integer'));
    case 'boolean':
      return typeof value === 'boolean' ? value : refuseInput(conversionMessage(value, 'Boolean'));
  }
}

function readStructure({ members }: StructureShape, value: JsonObject): JsonObject {
  const read: Record<string, JsonValue> = {};
  for (const [name, child] of Object.entries(value)) {
    const shape = Object.hasOwn(members, name) ? members[name] : undefined;
    if (shape !== undefined && child !== null) read[name] = readValue(shape, child);
  }
  return read;
}

// A key may be any text: by an assignment `__proto__` would be lost.
function readMap(item: Shape, value: JsonObject): JsonObject {
  const known = Object.entries(value).filter(([, child]) => child !== null);
  return Object.fromEntries(known.map(([key, child]) => [key, readValue(item, child)]));
}

function readList(item: Shape, value: readonly JsonValue[]): readonly JsonValue[] {
  return value.filter((child) => child !== null).map((child) => readValue(item, child));
}

function refuseInput(message: string): never {
  throw new Refusal('SerializationException', message);
}

function conversionMessage(value: JsonValue, type: string): string {
  return `${javaToken(value)} can not be converted to an ${type}`;
}

// The service names the Java class of a number and the parser's token for everything else.
function javaToken(value: JsonValue): string {
  if (Array.isArray(value)) return 'START_ARRAY';
  if (isJsonObject(value)) return 'START_OBJECT';
  if (typeof value === 'number') return 'class com.amazon.coral.value.json.numbers.TruncatingBigNumber';
  if (typeof value === 'boolean') return value ? 'TRUE_VALUE' : 'FALSE_VALUE';
  return 'STRING_VALUE';
}
