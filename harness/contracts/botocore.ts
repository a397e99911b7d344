import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { limitsOf } from './limits.ts';
import type { FormReading, RawShape } from './modelSource.ts';
import { listAt, objectAt, own, textAt } from './objects.ts';
import { readRows } from './readRows.ts';

/** Reads botocore's service-2.json; a sentence where it has no UpdateUserPool. */
export function botocore(model: JsonObject): FormReading | string {
  const operation = own(objectAt(model, 'operations'), 'UpdateUserPool');
  if (!isJsonObject(operation)) {
    const service = textAt(objectAt(model, 'metadata'), 'serviceFullName') ?? 'an unnamed service';
    return `It is the model of ${service} and has no operation UpdateUserPool`;
  }
  const shapes = objectAt(model, 'shapes');
  const input = textAt(objectAt(operation, 'input'), 'shape') ?? '';
  const errors = listAt(operation, 'errors').flatMap((error) => textAt(error, 'shape') ?? []);
  return { errors, ...readRows(input, (name) => shapeNamed(shapes, name)) };
}

function shapeNamed(shapes: JsonObject, name: string): RawShape<string> | string {
  const shape = own(shapes, name);
  if (!isJsonObject(shape)) return `refers to the shape ${JSON.stringify(name)}, which the file does not have`;
  const limits = limitsOf({
    enum: own(shape, 'enum'),
    min: own(shape, 'min'),
    max: own(shape, 'max'),
    pattern: own(shape, 'pattern'),
  });
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
    case 'long':
      return { type: 'integer', limits };
    default:
      return `has the type ${JSON.stringify(type ?? null)}, which no member of this operation has`;
  }
}

function membersOf(shape: JsonObject) {
  const required = listAt(shape, 'required');
  return Object.entries(objectAt(shape, 'members')).map(([name, member]) => ({
    name,
    ref: target(member),
    required: required.includes(name),
  }));
}

function target(reference: JsonValue | undefined): string {
  return textAt(reference, 'shape') ?? '';
}
