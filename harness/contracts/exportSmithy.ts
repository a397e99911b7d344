import type { Edition } from '../../specs/edition.ts';
import { errorNamed } from '../../specs/errors.ts';
import type { JsonObject, JsonValue } from '../../specs/json.ts';
import { smithyNamespace, targetPrefix, testedOperation } from '../../specs/operation.ts';
import type { Shape } from '../../specs/shape.ts';

/** An edition as a Smithy JSON AST; `importEdition` reads it back. */
export function exportSmithy({ errors, input }: Edition): JsonObject {
  const shapes: Record<string, JsonValue> = {
    [id(targetPrefix)]: service,
    [id(testedOperation)]: {
      type: 'operation',
      input: { target: id(`${testedOperation}Request`) },
      output: { target: id(`${testedOperation}Response`) },
      errors: errors.map((name) => ({ target: id(name) })),
    },
    [id(`${testedOperation}Response`)]: { type: 'structure', members: {} },
    ...Object.fromEntries(errors.map((name) => [id(name), errorShape(name)])),
  };
  addShape(shapes, `${testedOperation}Request`, input);
  return { smithy: '2.0', shapes };
}

const service = {
  type: 'service',
  version: '2016-04-18',
  operations: [{ target: id(testedOperation) }],
  traits: { 'aws.protocols#awsJson1_1': {} },
};

function id(name: string): string {
  return `${smithyNamespace}#${name}`;
}

function errorShape(name: string): JsonObject {
  const traits = { 'smithy.api#error': errorNamed(name)?.fault ?? 'client' };
  return { type: 'structure', members: { message: { target: 'smithy.api#String' } }, traits };
}

/** Adds a shape and all below it under names made of the path; gives the reference to it. */
function addShape(shapes: Record<string, JsonValue>, name: string, shape: Shape): JsonObject {
  shapes[id(name)] = astOf(shapes, name, shape);
  return { target: id(name) };
}

function astOf(shapes: Record<string, JsonValue>, name: string, shape: Shape): JsonObject {
  const below = (child: string, inner: Shape) => addShape(shapes, `${name}${child}`, inner);
  switch (shape.type) {
    case 'structure': {
      const members = Object.entries(shape.members).map(([child, inner]) => {
        const traits = shape.required.includes(child) ? { traits: { 'smithy.api#required': {} } } : {};
        return [child, { ...below(child, inner), ...traits }] as const;
      });
      return { type: 'structure', members: Object.fromEntries(members) };
    }
    case 'list':
      return { type: 'list', member: below('Item', shape.item), ...traitsOf(shape, 'length') };
    case 'map':
      return {
        type: 'map',
        key: below('Key', shape.key),
        value: below('Value', shape.value),
        ...traitsOf(shape, 'length'),
      };
    case 'string':
      return shape.enum === undefined
        ? { type: 'string', ...traitsOf(shape, 'length') }
        : { type: 'enum', members: enumMembers(shape.enum) };
    case 'integer':
      return { type: 'integer', ...traitsOf(shape, 'range') };
    case 'boolean':
      return { type: 'boolean' };
  }
}

interface Stated {
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly limits?: 'unknown';
}

function traitsOf({ min, max, pattern, limits }: Stated, name: 'length' | 'range'): JsonObject {
  const bounds = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  const traits = {
    ...(Object.keys(bounds).length === 0 ? {} : { [`smithy.api#${name}`]: bounds }),
    ...(pattern === undefined ? {} : { 'smithy.api#pattern': anchored(pattern) }),
    ...(limits === undefined ? {} : { 'smithy.api#tags': ['limits-unknown'] }),
  };
  return Object.keys(traits).length === 0 ? {} : { traits };
}

// Smithy searches for a pattern; the contract's patterns match the whole.
function anchored(pattern: string): string {
  return pattern.startsWith('^') && pattern.endsWith('$') ? pattern : `^${pattern}$`;
}

function enumMembers(values: readonly string[]): JsonObject {
  const entries = values.map(
    (value) =>
      [
        value.replaceAll(/\W/g, '_').toUpperCase(),
        { target: 'smithy.api#Unit', traits: { 'smithy.api#enumValue': value } },
      ] as const,
  );
  return Object.fromEntries(entries);
}
