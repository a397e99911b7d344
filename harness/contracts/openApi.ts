import { isJsonObject, type JsonObject, type JsonValue, ownMember } from '../../specs/json.ts';
import { testedOperation } from '../../specs/operation.ts';
import { limitsOf } from './limits.ts';
import type { FormReading, Limits, RawShape } from './modelSource.ts';
import { listMember, objectMember, stringMember } from './objects.ts';
import { readRows } from './readRows.ts';

/** Reads an OpenAPI document; a sentence where it has no UpdateUserPool. */
export function openApi(model: JsonObject): FormReading | string {
  const operation = findOperation(model);
  if (operation === undefined) {
    const title = stringMember(objectMember(model, 'info'), 'title') ?? 'an unnamed API';
    return `It describes ${title} and has no operation ${testedOperation}`;
  }
  const [content] = Object.values(objectMember(objectMember(operation, 'requestBody'), 'content'));
  const resolve = resolverFor(model);
  return {
    errors: errorsOf(objectMember(operation, 'responses')),
    ...readRows(ownMember(content, 'schema') ?? null, (schema) => schemaShape(schema, resolve)),
  };
}

function findOperation(model: JsonObject): JsonObject | undefined {
  const posts = Object.entries(objectMember(model, 'paths')).map(([path, item]) => ({
    path,
    post: ownMember(item, 'post'),
  }));
  const found = posts.find(
    ({ path, post }) => stringMember(post, 'operationId') === testedOperation || path.endsWith(`.${testedOperation}`),
  );
  return isJsonObject(found?.post) ? found.post : undefined;
}

// Numbered by position, so their order is the model's; errors without a number stand together under another status.
function errorsOf(responses: JsonObject): readonly string[] {
  const numbered = Object.entries(responses)
    .filter(([status]) => /^4[89]\d$|^5\d\d$/.test(status))
    .toSorted(([left], [right]) => Number(left) - Number(right))
    .flatMap(([, response]) => stringMember(response, 'description') ?? []);
  const others = Object.values(responses).flatMap((response) => listMember(response, 'x-poolproof-errors'));
  return [...numbered, ...others.filter((name) => typeof name === 'string')];
}

type Resolve = (schema: JsonValue) => JsonObject | string;

/** References are followed and `allOf` is laid together; a circle of references alone ends in a sentence. */
function resolverFor(model: JsonObject): Resolve {
  const resolve = (schema: JsonValue, hops: number): JsonObject | string => {
    if (hops > 32) return 'is a reference that leads back to itself';
    if (!isJsonObject(schema)) return 'has no schema';
    const reference = stringMember(schema, '$ref');
    if (reference !== undefined) {
      const found = pointed(model, reference);
      return found === undefined
        ? `refers to ${JSON.stringify(reference)}, which the file does not have`
        : resolve(found, hops + 1);
    }
    const parts = listMember(schema, 'allOf').map((part) => resolve(part, hops + 1));
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
    .reduce<JsonValue | undefined>(ownMember, model);
}

function schemaShape(schema: JsonValue, resolve: Resolve): RawShape<JsonValue> | string {
  const resolved = resolve(schema);
  if (typeof resolved === 'string') return resolved;
  const limits = schemaLimits(resolved);
  if (typeof limits === 'string') return limits;
  const type = stringMember(resolved, 'type');
  switch (type) {
    case 'object':
      return objectShape(resolved, limits);
    case 'array':
      return { type: 'list', item: ownMember(resolved, 'items') ?? null, limits };
    case 'string':
    case 'boolean':
    case 'integer':
      return { type, limits };
    // Converters of Smithy models write whole numbers so unless told otherwise; the operation has no others.
    case 'number':
      return { type: 'integer', limits };
    default:
      return `has the type ${JSON.stringify(type ?? null)}, which no member of this operation has`;
  }
}

function objectShape(schema: JsonObject, limits: Limits): RawShape<JsonValue> {
  const value = ownMember(schema, 'additionalProperties');
  if (ownMember(schema, 'properties') === undefined && isJsonObject(value)) {
    return { type: 'map', key: ownMember(schema, 'propertyNames') ?? null, value, limits };
  }
  const required = listMember(schema, 'required');
  const members = Object.entries(objectMember(schema, 'properties'));
  return {
    type: 'structure',
    members: members.map(([name, ref]) => ({ name, ref, required: required.includes(name) })),
  };
}

function schemaLimits(schema: JsonObject): Limits | string {
  const first = (...names: readonly string[]) =>
    names.map((name) => ownMember(schema, name)).find((one) => one !== undefined);
  const limits = limitsOf({
    enum: ownMember(schema, 'enum'),
    min: first('minLength', 'minItems', 'minimum'),
    max: first('maxLength', 'maxItems', 'maximum'),
    pattern: first('x-poolproof-pattern', 'pattern'),
  });
  if (typeof limits === 'string' || ownMember(schema, 'x-poolproof-limits') !== 'unknown') return limits;
  return { ...limits, limits: 'unknown' };
}
