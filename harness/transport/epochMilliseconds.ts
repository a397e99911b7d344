import type { JsonValue } from '../../specs/json.ts';

/**
 * A date of an answer as epoch milliseconds; undefined where it is none. The protocol writes epoch seconds, some targets write
 * ISO 8601.
 */
export function epochMilliseconds(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'number') return value * 1000;
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
