import { declaredErrors } from '../../specs/errors.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { limitsOf } from './limits.ts';
import type { FormReading, Limits, RawShape } from './modelSource.ts';
import { listAt, objectAt, own, textAt } from './objects.ts';
import { readRows } from './readRows.ts';
import { wholePattern } from './wholePattern.ts';

/** Reads a Smithy JSON AST; a sentence where it has no UpdateUserPool. */
export function smithy(model: JsonObject): FormReading | string {
  const shapes = objectAt(model, 'shapes');
  const id = Object.keys(shapes).find((name) => /#UpdateUserPool$/.test(name));
  const operation = own(shapes, id ?? '');
  if (!isJsonObject(operation)) return `It is the model of ${serviceOf(shapes)} and has no operation UpdateUserPool`;
  const errors = listAt(operation, 'errors').flatMap((error) => nameOf(target(error)));
  const input = target(own(operation, 'input'));
  return { errors: inDeclaredOrder(errors), ...readRows(input, (name) => shapeNamed(shapes, name)) };
}

function serviceOf(shapes: JsonObject): string {
  const service = Object.entries(shapes).find(([, shape]) => textAt(shape, 'type') === 'service');
  return service === undefined ? 'no service' : nameOf(service[0]);
}

// Smithy lists errors by the alphabet; the numbers 480 to 490 follow the older order.
function inDeclaredOrder(errors: readonly string[]): readonly string[] {
  const known = declaredErrors.map(({ name }): string => name).filter((name) => errors.includes(name));
  return [...known, ...errors.filter((name) => !known.includes(name))];
}

/** The types that are there without being defined. */
const prelude: Readonly<Record<string, 'string' | 'integer' | 'boolean'>> = {
  'smithy.api#String': 'string',
  'smithy.api#Integer': 'integer',
  'smithy.api#Long': 'integer',
  'smithy.api#Boolean': 'boolean',
  'smithy.api#PrimitiveBoolean': 'boolean',
  'smithy.api#PrimitiveInteger': 'integer',
};

function shapeNamed(shapes: JsonObject, name: string): RawShape<string> | string {
  const simple = Object.hasOwn(prelude, name) ? prelude[name] : undefined;
  if (simple !== undefined) return { type: simple, limits: {} };
  const shape = own(shapes, name);
  if (!isJsonObject(shape)) return `refers to the shape ${JSON.stringify(name)}, which the file does not have`;
  const limits = limitsIn(shape);
  if (typeof limits === 'string') return limits;
  const type = textAt(shape, 'type');
  switch (type) {
    case 'structure':
      return { type, members: membersOf(shape) };
    case 'list':
      return { type, item: target(own(shape, 'member')), limits };
    case 'map':
      return { type, key: target(own(shape, 'key')), value: target(own(shape, 'value')), limits };
    case 'string':
    case 'boolean':
    case 'integer':
      return { type, limits };
    case 'enum':
      return { type: 'string', limits: { ...limits, enum: valuesOf(shape) } };
    case 'long':
      return { type: 'integer', limits };
    default:
      return `has the type ${JSON.stringify(type ?? null)}, which no member of this operation has`;
  }
}

function limitsIn(shape: JsonObject): Limits | string {
  const traits = objectAt(shape, 'traits');
  const bounds = { ...objectAt(traits, 'smithy.api#length'), ...objectAt(traits, 'smithy.api#range') };
  const pattern = own(traits, 'smithy.api#pattern');
  const older = own(traits, 'smithy.api#enum');
  const limits = limitsOf({
    min: own(bounds, 'min'),
    max: own(bounds, 'max'),
    pattern: typeof pattern === 'string' ? wholePattern(pattern) : pattern,
    enum: Array.isArray(older) ? older.map((each) => own(each, 'value') ?? null) : older,
  });
  if (typeof limits === 'string') return limits;
  return listAt(traits, 'smithy.api#tags').includes('limits-unknown') ? { ...limits, limits: 'unknown' } : limits;
}

function valuesOf(shape: JsonObject): readonly string[] {
  return Object.entries(objectAt(shape, 'members')).map(
    ([name, member]) => textAt(objectAt(member, 'traits'), 'smithy.api#enumValue') ?? name,
  );
}

function membersOf(shape: JsonObject) {
  return Object.entries(objectAt(shape, 'members')).map(([name, member]) => ({
    name,
    ref: target(member),
    required: own(objectAt(member, 'traits'), 'smithy.api#required') !== undefined,
  }));
}

function target(reference: JsonValue | undefined): string {
  return textAt(reference, 'target') ?? '';
}

function nameOf(id: string): string {
  return id.slice(id.indexOf('#') + 1);
}
