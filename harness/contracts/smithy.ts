import { declaredErrors } from '../../specs/errors.ts';
import { isJsonObject, type JsonObject, type JsonValue, ownMember } from '../../specs/json.ts';
import { testedOperation } from '../../specs/operation.ts';
import { limitsOf } from './limits.ts';
import type { FormReading, Limits, RawShape } from './modelSource.ts';
import { listMember, objectMember, stringMember } from './objects.ts';
import { readRows } from './readRows.ts';
import { wholePattern } from './wholePattern.ts';

/** Reads a Smithy JSON AST; a sentence where it has no UpdateUserPool. */
export function smithy(model: JsonObject): FormReading | string {
  const shapes = objectMember(model, 'shapes');
  const id = Object.keys(shapes).find((name) => name.endsWith(`#${testedOperation}`));
  const operation = ownMember(shapes, id ?? '');
  if (!isJsonObject(operation))
    return `It is the model of ${serviceOf(shapes)} and has no operation ${testedOperation}`;
  const errors = listMember(operation, 'errors').flatMap((error) => localName(targetName(error)));
  const input = targetName(ownMember(operation, 'input'));
  return { errors: inDeclaredOrder(errors), ...readRows(input, (name) => smithyShape(shapes, name)) };
}

function serviceOf(shapes: JsonObject): string {
  const service = Object.entries(shapes).find(([, shape]) => stringMember(shape, 'type') === 'service');
  return service === undefined ? 'no service' : localName(service[0]);
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

function smithyShape(shapes: JsonObject, name: string): RawShape<string> | string {
  const simple = Object.hasOwn(prelude, name) ? prelude[name] : undefined;
  if (simple !== undefined) return { type: simple, limits: {} };
  const shape = ownMember(shapes, name);
  if (!isJsonObject(shape)) return `refers to the shape ${JSON.stringify(name)}, which the file does not have`;
  const limits = traitLimits(shape);
  if (typeof limits === 'string') return limits;
  const type = stringMember(shape, 'type');
  switch (type) {
    case 'structure':
      return { type, members: smithyMembers(shape) };
    case 'list':
      return { type, item: targetName(ownMember(shape, 'member')), limits };
    case 'map':
      return { type, key: targetName(ownMember(shape, 'key')), value: targetName(ownMember(shape, 'value')), limits };
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

function traitLimits(shape: JsonObject): Limits | string {
  const traits = objectMember(shape, 'traits');
  const bounds = { ...objectMember(traits, 'smithy.api#length'), ...objectMember(traits, 'smithy.api#range') };
  const pattern = ownMember(traits, 'smithy.api#pattern');
  const older = ownMember(traits, 'smithy.api#enum');
  const limits = limitsOf({
    min: ownMember(bounds, 'min'),
    max: ownMember(bounds, 'max'),
    pattern: typeof pattern === 'string' ? wholePattern(pattern) : pattern,
    enum: Array.isArray(older) ? older.map((each) => ownMember(each, 'value') ?? null) : older,
  });
  if (typeof limits === 'string') return limits;
  return listMember(traits, 'smithy.api#tags').includes('limits-unknown') ? { ...limits, limits: 'unknown' } : limits;
}

function valuesOf(shape: JsonObject): readonly string[] {
  return Object.entries(objectMember(shape, 'members')).map(
    ([name, member]) => stringMember(objectMember(member, 'traits'), 'smithy.api#enumValue') ?? name,
  );
}

function smithyMembers(shape: JsonObject) {
  return Object.entries(objectMember(shape, 'members')).map(([name, member]) => ({
    name,
    ref: targetName(member),
    required: ownMember(objectMember(member, 'traits'), 'smithy.api#required') !== undefined,
  }));
}

function targetName(reference: JsonValue | undefined): string {
  return stringMember(reference, 'target') ?? '';
}

function localName(id: string): string {
  return id.slice(id.indexOf('#') + 1);
}
