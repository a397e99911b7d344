import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { limitsOf } from './limits.ts';
import type { FormReading, Limits, RawShape } from './modelSource.ts';
import { listAt, objectAt, own, textAt } from './objects.ts';
import { readRows } from './readRows.ts';

/** Reads an OpenAPI document; a sentence where it has no UpdateUserPool. */
export function openApi(model: JsonObject): FormReading | string {
  const operation = operationOf(model);
  if (operation === undefined) {
    const title = textAt(objectAt(model, 'info'), 'title') ?? 'an unnamed API';
    return `It describes ${title} and has no operation UpdateUserPool`;
  }
  const [content] = Object.values(objectAt(objectAt(operation, 'requestBody'), 'content'));
  const resolve = resolverFor(model);
  return {
    errors: errorsOf(objectAt(operation, 'responses')),
    ...readRows(own(content, 'schema') ?? null, (schema) => shapeOf(schema, resolve)),
  };
}

function operationOf(model: JsonObject): JsonObject | undefined {
  const posts = Object.entries(objectAt(model, 'paths')).map(([path, item]) => ({ path, post: own(item, 'post') }));
  const found = posts.find(
    ({ path, post }) => textAt(post, 'operationId') === 'UpdateUserPool' || /\.UpdateUserPool$/.test(path),
  );
  return isJsonObject(found?.post) ? found.post : undefined;
}

// Numbered by position, so their order is the model's; errors without a number stand together under another status.
function errorsOf(responses: JsonObject): readonly string[] {
  const numbered = Object.entries(responses)
    .filter(([status]) => /^4[89]\d$|^5\d\d$/.test(status))
    .toSorted(([left], [right]) => Number(left) - Number(right))
    .flatMap(([, response]) => textAt(response, 'description') ?? []);
  const others = Object.values(responses).flatMap((response) => listAt(response, 'x-poolproof-errors'));
  return [...numbered, ...others.filter((name) => typeof name === 'string')];
}

type Resolve = (schema: JsonValue) => JsonObject | string;

/** References are followed and `allOf` is laid together; a circle of references alone ends in a sentence. */
function resolverFor(model: JsonObject): Resolve {
  const resolve = (schema: JsonValue, hops: number): JsonObject | string => {
    if (hops > 32) return 'is a reference that leads back to itself';
    if (!isJsonObject(schema)) return 'has no schema';
    const reference = textAt(schema, '$ref');
    if (reference !== undefined) {
      const found = pointed(model, reference);
      return found === undefined
        ? `refers to ${JSON.stringify(reference)}, which the file does not have`
        : resolve(found, hops + 1);
    }
    const parts = listAt(schema, 'allOf').map((part) => resolve(part, hops + 1));
    const problem = parts.find((part) => typeof part === 'string');
    if (problem !== undefined) return problem;
    return Object.assign({}, ...parts, schema) as JsonObject;
  };
  return (schema) => resolve(schema, 0);
}

function pointed(model: JsonObject, reference: string): JsonValue | undefined {
  if (!reference.startsWith('#/')) return undefined;
  const steps = reference.slice(2).split('/');
  return steps
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<JsonValue | undefined>(own, model);
}

function shapeOf(schema: JsonValue, resolve: Resolve): RawShape<JsonValue> | string {
  const resolved = resolve(schema);
  if (typeof resolved === 'string') return resolved;
  const limits = limitsIn(resolved);
  if (typeof limits === 'string') return limits;
  const type = textAt(resolved, 'type');
  switch (type) {
    case 'object':
      return objectShape(resolved, limits);
    case 'array':
      return { type: 'list', item: own(resolved, 'items') ?? null, limits };
    case 'string':
    case 'boolean':
    case 'integer':
      return { type, limits };
    default:
      return `has the type ${JSON.stringify(type ?? null)}, which no member of this operation has`;
  }
}

function objectShape(schema: JsonObject, limits: Limits): RawShape<JsonValue> {
  const value = own(schema, 'additionalProperties');
  if (own(schema, 'properties') === undefined && isJsonObject(value)) {
    return { type: 'map', key: own(schema, 'propertyNames') ?? null, value, limits };
  }
  const required = listAt(schema, 'required');
  const members = Object.entries(objectAt(schema, 'properties'));
  return {
    type: 'structure',
    members: members.map(([name, ref]) => ({ name, ref, required: required.includes(name) })),
  };
}

function limitsIn(schema: JsonObject): Limits | string {
  const first = (...names: readonly string[]) =>
    names.map((name) => own(schema, name)).find((one) => one !== undefined);
  const limits = limitsOf({
    enum: own(schema, 'enum'),
    min: first('minLength', 'minItems', 'minimum'),
    max: first('maxLength', 'maxItems', 'maximum'),
    pattern: first('x-poolproof-pattern', 'pattern'),
  });
  if (typeof limits === 'string' || own(schema, 'x-poolproof-limits') !== 'unknown') return limits;
  return { ...limits, limits: 'unknown' };
}
