import type { JsonValue } from '../../specs/json.ts';

/** One value worth sending for one clause of a member. */
export interface BoundaryValue {
  readonly kind: 'type' | 'required' | 'enum' | 'min' | 'max' | 'pattern';
  /** `at`, `over`, `near-case`: the last part of the case's id. */
  readonly variant: string;
  /** Undefined: the member is left out. */
  readonly value: JsonValue | undefined;
}
