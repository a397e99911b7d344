import { isOfType } from '../../specs/isOfType.ts';
import type { JsonValue } from '../../specs/json.ts';
import type { Shape } from '../../specs/shape.ts';
import type { ClientHabits } from './findObstacles.ts';

/** botocore, under boto3 and the AWS CLI: checks types, unknown and required members and minima; nothing else. */
export const botocoreHabits: ClientHabits = {
  objection: (value, shape) => wrongType(value, shape) ?? belowMinimum(value, shape),
  onUnknown: 'is unknown to this client, which refuses it',
  onMissing: 'is missing, and this client requires it',
};

function wrongType(value: JsonValue, { type }: Shape): string | null {
  // Python's booleans are integers.
  const isTaken = isOfType(value, type) || (type === 'integer' && typeof value === 'boolean');
  return isTaken ? null : `is no ${type}, and this client refuses it`;
}

function belowMinimum(value: JsonValue, shape: Shape): string | null {
  const min = 'min' in shape ? shape.min : undefined;
  if (min === undefined) return null;
  // A character is two units at most, so that a long text need not be taken to pieces.
  if (typeof value === 'string' && value.length >= 2 * min) return null;
  return sizeForMinimum(value, shape) < min ? `is below the minimum of ${min}, which this client checks` : null;
}

function sizeForMinimum(value: JsonValue, shape: Shape): number {
  if (typeof value === 'string') return Array.from(value).length;
  if (Array.isArray(value)) return value.length;
  return shape.type === 'integer' ? Number(value) : Number.POSITIVE_INFINITY;
}
