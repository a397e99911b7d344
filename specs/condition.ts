import type { JsonValue } from './json.ts';
import type { MemberPath } from './member.ts';

/** What a leaf of a condition reads: the request as sent, or the pool as it would be afterwards. */
export type Reads = 'request' | 'result';

/**
 * A yes-or-no question about a request and the state it would lead to, as data. Paths are members as the request names
 * them (`PoolName`, not `Name`); a map's `{key}` and `{value}` read as the list of its keys or values, and a step below a
 * list or `{value}` as the list of what the items have there. Where a path's value cannot be known the answer is "unknown", and the oracle leaves the expectation open.
 */
export type Condition =
  /** There is a value, and it is not null. */
  | { readonly kind: 'present'; readonly at: MemberPath; readonly reads: Reads }
  /** The value is one of these. */
  | { readonly kind: 'is'; readonly at: MemberPath; readonly reads: Reads; readonly values: readonly JsonValue[] }
  /** The number, or the count of list items or map entries, is above a bound. */
  | { readonly kind: 'above'; readonly at: MemberPath; readonly reads: Reads; readonly bound: number }
  /** The list holds one of these values. */
  | { readonly kind: 'holds'; readonly at: MemberPath; readonly reads: Reads; readonly values: readonly JsonValue[] }
  /** The list holds an item that the other list does not. An absent list is empty. */
  | { readonly kind: 'exceeds'; readonly at: MemberPath; readonly reads: Reads; readonly of: MemberPath }
  /** Both values are there and they differ. */
  | { readonly kind: 'differs'; readonly at: MemberPath; readonly reads: Reads; readonly from: MemberPath }
  /** Two structures of the list have the same value in this member. */
  | { readonly kind: 'repeats'; readonly at: MemberPath; readonly reads: Reads; readonly member: string }
  /** The whole string matches this Java regular expression; of a list, one of its strings does, of a map, one of its keys. */
  | { readonly kind: 'matches'; readonly at: MemberPath; readonly reads: Reads; readonly pattern: string }
  /** The value is an ARN that names a Region, or the name of a Region itself, and it is not the pool's. */
  | { readonly kind: 'elsewhere'; readonly at: MemberPath; readonly reads: Reads }
  /** The pool is in one of these Regions. */
  | { readonly kind: 'region'; readonly names: readonly string[] }
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };
