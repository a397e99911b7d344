import type { JsonValue } from '../../specs/json.ts';
import type { BoundaryValue } from './boundaryValue.ts';

/** A value for each name. */
export function namedValues(
  kind: BoundaryValue['kind'],
  values: Readonly<Record<string, JsonValue>>,
): readonly BoundaryValue[] {
  return Object.entries(values).map(([variant, value]) => ({ kind, variant, value }));
}

/** A value for each name; leaves out those that do not exist. */
export function definedValues(
  kind: BoundaryValue['kind'],
  values: Readonly<Record<string, string | undefined>>,
): readonly BoundaryValue[] {
  return Object.entries(values).flatMap(([variant, value]) => (value === undefined ? [] : [{ kind, variant, value }]));
}
