import type { Edition } from '../../specs/edition.ts';
import { errorNamed } from '../../specs/errors.ts';
import type { JsonObject } from '../../specs/json.ts';
import { amzTarget, testedOperation } from '../../specs/operation.ts';
import type { Shape, StructureShape } from '../../specs/shape.ts';
import { schemaPattern } from './schemaPattern.ts';

const target = amzTarget(testedOperation);

/** An edition as an OpenAPI document, each declared error under its number, 480 to 490; `importEdition` reads it back. */
export function exportOpenApi({ date, errors, input }: Edition): JsonObject {
  const schemas = {
    [`${testedOperation}Request`]: schemaOf(input),
    [`${testedOperation}Response`]: { type: 'object' },
  };
  return {
    openapi: '3.1.0',
    info: {
      title: `Amazon Cognito user pools: ${testedOperation}`,
      version: '2016-04-18',
      description: `The contract of ${testedOperation} in the edition of ${date}, as poolproof tests it.`,
    },
    servers: [],
    paths: {
      [`/#X-Amz-Target=${target}`]: {
        post: { operationId: testedOperation, parameters, requestBody, responses: responsesFor(errors) },
      },
    },
    components: { schemas: { ...schemas, ...Object.fromEntries(errors.map((name) => [name, errorSchema(name)])) } },
  };
}

const parameters = [{ name: 'X-Amz-Target', in: 'header', required: true, schema: { type: 'string', enum: [target] } }];

const requestBody = {
  required: true,
  content: contentOf(`#/components/schemas/${testedOperation}Request`),
};

function contentOf(reference: string): JsonObject {
  const schema = { $ref: reference };
  // Servers generated from the document answer in the first type, and know how to write this one.
  return { 'application/json': { schema }, 'application/x-amz-json-1.1': { schema } };
}

function responsesFor(errors: Edition['errors']): JsonObject {
  const numbered = errors.flatMap((name) => {
    const code = errorNamed(name)?.code ?? null;
    return code === null ? [] : [[`${code}`, responseSchema(name)] as const];
  });
  const others = errors.filter((name) => (errorNamed(name)?.code ?? null) === null);
  return {
    '200': { description: 'Success', content: contentOf(`#/components/schemas/${testedOperation}Response`) },
    // What the service itself answers, whatever the error; later errors have no number of their own.
    '400': { ...responseSchema('InvalidParameterException'), 'x-poolproof-errors': others },
    ...Object.fromEntries(numbered),
  };
}

function responseSchema(name: string): JsonObject {
  return { description: name, content: contentOf(`#/components/schemas/${name}`) };
}

function errorSchema(name: string): JsonObject {
  return {
    type: 'object',
    required: ['__type', 'message'],
    properties: { __type: { type: 'string', const: name }, message: { type: 'string' } },
    examples: [{ __type: name, message: name }],
  };
}

function schemaOf(shape: Shape): JsonObject {
  const unknown = 'limits' in shape ? { 'x-poolproof-limits': 'unknown' } : {};
  switch (shape.type) {
    case 'structure':
      return structureSchema(shape);
    case 'list':
      return { type: 'array', items: schemaOf(shape.item), ...schemaBounds('Items', shape), ...unknown };
    case 'map':
      return {
        type: 'object',
        additionalProperties: schemaOf(shape.value),
        propertyNames: schemaOf(shape.key),
        ...unknown,
      };
    case 'string':
      return {
        type: 'string',
        ...schemaBounds('Length', shape),
        ...(shape.pattern === undefined
          ? {}
          : { pattern: schemaPattern(shape.pattern), 'x-poolproof-pattern': shape.pattern }),
        ...(shape.enum === undefined ? {} : { enum: shape.enum }),
        ...unknown,
      };
    case 'integer':
      return {
        type: 'integer',
        ...(shape.min === undefined ? {} : { minimum: shape.min }),
        ...(shape.max === undefined ? {} : { maximum: shape.max }),
      };
    case 'boolean':
      return { type: 'boolean' };
  }
}

function structureSchema({ members, required }: StructureShape): JsonObject {
  const properties = Object.fromEntries(Object.entries(members).map(([name, member]) => [name, schemaOf(member)]));
  return { type: 'object', properties, ...(required.length === 0 ? {} : { required }) };
}

function schemaBounds(
  of: 'Items' | 'Length',
  { min, max }: { readonly min?: number; readonly max?: number },
): JsonObject {
  return { ...(min === undefined ? {} : { [`min${of}`]: min }), ...(max === undefined ? {} : { [`max${of}`]: max }) };
}
