import type { Rows } from '../../specs/editions/rows.ts';
import type { JsonObject } from '../../specs/json.ts';
import { testedOperation } from '../../specs/operation.ts';

/** A contract that has one member of every type, as rows. */
export const smallRows: Rows = {
  UserPoolId: { type: 'string', required: true, min: 1, max: 55, pattern: '[\\w-]+_[0-9a-zA-Z]+' },
  Policies: { type: 'structure' },
  'Policies.MinimumLength': { type: 'integer', min: 6, max: 99 },
  'Policies.RequireSymbols': { type: 'boolean' },
  Verified: { type: 'list', min: 1, max: 4 },
  'Verified[]': { type: 'string', enum: ['phone_number', 'email'] },
  Tags: { type: 'map' },
  'Tags{key}': { type: 'string', min: 1, max: 128 },
  'Tags{value}': { type: 'string', min: 0, max: 256 },
};

/** The same contract as botocore writes it. */
export const smallBotocore = {
  metadata: { serviceFullName: 'Example Pools' },
  operations: {
    UpdateUserPool: { input: { shape: 'Request' }, errors: [{ shape: 'ResourceNotFoundException' }] },
  },
  shapes: {
    Request: {
      type: 'structure',
      required: ['UserPoolId'],
      members: {
        UserPoolId: { shape: 'Id' },
        Policies: { shape: 'Policies' },
        Verified: { shape: 'Verified' },
        Tags: { shape: 'Tags' },
      },
    },
    Id: { type: 'string', min: 1, max: 55, pattern: '[\\w-]+_[0-9a-zA-Z]+' },
    Policies: { type: 'structure', members: { MinimumLength: { shape: 'Length' }, RequireSymbols: { shape: 'Flag' } } },
    Length: { type: 'integer', min: 6, max: 99 },
    Flag: { type: 'boolean' },
    Verified: { type: 'list', min: 1, max: 4, member: { shape: 'Attribute' } },
    Attribute: { type: 'string', enum: ['phone_number', 'email'] },
    Tags: { type: 'map', key: { shape: 'TagKey' }, value: { shape: 'TagValue' } },
    TagKey: { type: 'string', min: 1, max: 128 },
    TagValue: { type: 'string', min: 0, max: 256 },
  },
} as const satisfies JsonObject;

/** The same contract as a Smithy JSON AST. */
export const smallSmithy: JsonObject = {
  smithy: '2.0',
  shapes: {
    [`example#${testedOperation}`]: {
      type: 'operation',
      input: { target: 'example#Request' },
      errors: [{ target: 'example#ResourceNotFoundException' }],
    },
    'example#Request': {
      type: 'structure',
      members: {
        UserPoolId: { target: 'example#Id', traits: { 'smithy.api#required': {} } },
        Policies: { target: 'example#Policies' },
        Verified: { target: 'example#Verified' },
        Tags: { target: 'example#Tags' },
      },
    },
    'example#Id': {
      type: 'string',
      traits: { 'smithy.api#length': { min: 1, max: 55 }, 'smithy.api#pattern': '^[\\w-]+_[0-9a-zA-Z]+$' },
    },
    'example#Policies': {
      type: 'structure',
      members: { MinimumLength: { target: 'example#Length' }, RequireSymbols: { target: 'smithy.api#Boolean' } },
    },
    'example#Length': { type: 'integer', traits: { 'smithy.api#range': { min: 6, max: 99 } } },
    'example#Verified': {
      type: 'list',
      member: { target: 'example#Attribute' },
      traits: { 'smithy.api#length': { min: 1, max: 4 } },
    },
    'example#Attribute': {
      type: 'enum',
      members: {
        PHONE_NUMBER: { target: 'smithy.api#Unit', traits: { 'smithy.api#enumValue': 'phone_number' } },
        EMAIL: { target: 'smithy.api#Unit', traits: { 'smithy.api#enumValue': 'email' } },
      },
    },
    'example#Tags': { type: 'map', key: { target: 'example#TagKey' }, value: { target: 'example#TagValue' } },
    'example#TagKey': { type: 'string', traits: { 'smithy.api#length': { min: 1, max: 128 } } },
    'example#TagValue': { type: 'string', traits: { 'smithy.api#length': { min: 0, max: 256 } } },
  },
};

/** The same contract as OpenAPI, which says nothing of a map's keys. */
export const smallOpenApi: JsonObject = {
  openapi: '3.0.0',
  info: { title: 'Example Pools' },
  paths: {
    [`/#X-Amz-Target=Example.${testedOperation}`]: {
      post: {
        operationId: testedOperation,
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Request' } } } },
        responses: { '200': { description: 'Success' }, '480': { description: 'ResourceNotFoundException' } },
      },
    },
  },
  components: {
    schemas: {
      Request: {
        type: 'object',
        required: ['UserPoolId'],
        properties: {
          UserPoolId: { allOf: [{ $ref: '#/components/schemas/Id' }, { description: 'Which pool.' }] },
          Policies: {
            type: 'object',
            properties: {
              MinimumLength: { type: 'integer', minimum: 6, maximum: 99 },
              RequireSymbols: { type: 'boolean' },
            },
          },
          Verified: {
            type: 'array',
            minItems: 1,
            maxItems: 4,
            items: { type: 'string', enum: ['phone_number', 'email'] },
          },
          Tags: { type: 'object', additionalProperties: { type: 'string', minLength: 0, maxLength: 256 } },
        },
      },
      Id: { type: 'string', minLength: 1, maxLength: 55, pattern: '[\\w-]+_[0-9a-zA-Z]+' },
    },
  },
};
