import type { Condition, Reads } from './condition.ts';
import type { JsonValue } from './json.ts';
import type { MemberPath } from './member.ts';

// Short ways to write conditions as data. A rule is judged on the state that would result unless it says otherwise.

/** There is a value, and it is not null. */
export function present(at: MemberPath, reads: Reads = 'result'): Condition {
  return { kind: 'present', at, reads };
}

/** The value is one of these. */
export function is(at: MemberPath, values: readonly JsonValue[], reads: Reads = 'result'): Condition {
  return { kind: 'is', at, reads, values };
}

/** The number or the count is above a bound. */
export function above(at: MemberPath, bound: number, reads: Reads = 'result'): Condition {
  return { kind: 'above', at, reads, bound };
}

/** The list holds one of these values. */
export function holds(at: MemberPath, values: readonly JsonValue[], reads: Reads = 'result'): Condition {
  return { kind: 'holds', at, reads, values };
}

/** The whole of a string matches this Java regular expression. */
export function matches(at: MemberPath, pattern: string, reads: Reads = 'result'): Condition {
  return { kind: 'matches', at, reads, pattern };
}

/** An ARN or a Region's name names another Region than the pool's. */
export function elsewhere(at: MemberPath, reads: Reads = 'result'): Condition {
  return { kind: 'elsewhere', at, reads };
}

/** The pool is in one of these Regions. */
export function inRegion(...names: readonly string[]): Condition {
  return { kind: 'region', names };
}

/** All of these hold. */
export function all(...of: readonly Condition[]): Condition {
  return { kind: 'all', of };
}

/** At least one of these holds. */
export function any(...of: readonly Condition[]): Condition {
  return { kind: 'any', of };
}

/** This does not hold. */
export function not(of: Condition): Condition {
  return { kind: 'not', of };
}
