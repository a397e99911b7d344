import { isJsonObject, type JsonValue } from './json.ts';
import type { Shape } from './shape.ts';

/** Whether a JSON value has the type of a shape. */
export function isOfType(value: JsonValue, type: Shape['type']): boolean {
  switch (type) {
    case 'structure':
    case 'map':
      return isJsonObject(value);
    case 'list':
      return Array.isArray(value);
    case 'string':
      return typeof value === 'string';
    case 'integer':
      return Number.isInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
  }
}
