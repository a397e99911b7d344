import { isJsonObject, type JsonObject, type JsonValue, ownMember } from '../../specs/json.ts';
import { testedOperation } from '../../specs/operation.ts';
import { limitsOf } from './limits.ts';
import type { FormReading, RawShape } from './modelSource.ts';
import { listMember, objectMember, stringMember } from './objects.ts';
import { readRows } from './readRows.ts';

/** Reads botocore's service-2.json; a sentence where it has no UpdateUserPool. */
export function botocore(model: JsonObject): FormReading | string {
  const operation = ownMember(objectMember(model, 'operations'), testedOperation);
  if (!isJsonObject(operation)) {
    const service = stringMember(objectMember(model, 'metadata'), 'serviceFullName') ?? 'an unnamed service';
    return `It is the model of ${service} and has no operation ${testedOperation}`;
  }
  const shapes = objectMember(model, 'shapes');
  const input = stringMember(objectMember(operation, 'input'), 'shape') ?? '';
  const errors = listMember(operation, 'errors').flatMap((error) => stringMember(error, 'shape') ?? []);
  return { errors, ...readRows(input, (name) => botocoreShape(shapes, name)) };
}

function botocoreShape(shapes: JsonObject, name: string): RawShape<string> | string {
  const shape = ownMember(shapes, name);
  if (!isJsonObject(shape)) return `refers to the shape ${JSON.stringify(name)}, which the file does not have`;
  const limits = limitsOf({
    enum: ownMember(shape, 'enum'),
    min: ownMember(shape, 'min'),
    max: ownMember(shape, 'max'),
    pattern: ownMember(shape, 'pattern'),
  });
  if (typeof limits === 'string') return limits;
  const type = stringMember(shape, 'type');
  switch (type) {
    case 'structure':
      return { type, members: readMembers(shape) };
    case 'list':
      return { type, item: shapeName(ownMember(shape, 'member')), limits };
    case 'map':
      return { type, key: shapeName(ownMember(shape, 'key')), value: shapeName(ownMember(shape, 'value')), limits };
    case 'string':
    case 'boolean':
    case 'integer':
      return { type, limits };
    case 'long':
      return { type: 'integer', limits };
    default:
      return `has the type ${JSON.stringify(type ?? null)}, which no member of this operation has`;
  }
}

function readMembers(shape: JsonObject) {
  const required = listMember(shape, 'required');
  return Object.entries(objectMember(shape, 'members')).map(([name, member]) => ({
    name,
    ref: shapeName(member),
    required: required.includes(name),
  }));
}

function shapeName(reference: JsonValue | undefined): string {
  return stringMember(reference, 'shape') ?? '';
}
