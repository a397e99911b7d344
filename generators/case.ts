import type { ClauseId } from '../specs/clause.ts';
import type { JsonObject } from '../specs/json.ts';
import type { MemberPath } from '../specs/member.ts';

/** The parts of a run, in the order in which they are done. */
export const phases = ['examples', 'boundary', 'fuzz', 'sequence', 'race', 'wire', 'errors'] as const;

export type Phase = (typeof phases)[number];

/** Stands in a case for the id of the pool that the case will meet. */
export const poolPlaceholder = '{UserPoolId}';

/** A prior state, a request and the clauses it breaks: none for a valid one. */
export interface Case {
  /** Derived from the contract or the content: `boundary/Policies.PasswordPolicy.MinimumLength/max/over`. */
  readonly id: string;
  readonly phase: Phase;
  /** The clause that the case is about: the one it breaks, or the one whose kept side it shows. */
  readonly clause: ClauseId;
  readonly member: MemberPath;
  /** The clauses it breaks. The first is the one it is about; any other cannot be kept while that one is broken. */
  readonly breaks: readonly ClauseId[];
  readonly request: JsonObject;
  /** What goes over the wire in place of the request as the SDK writes it, where that has to be something else. */
  readonly raw?: RawContent;
  /**
   * A request that differs from this one only in being nowhere near the bound. Where the contract is silent on both, a target
   * that accepts it has to accept this one too.
   */
  readonly twin?: JsonObject;
  /** What has to be done to the pool first, unless its state already shows it. */
  readonly prior?: Prior;
}

export interface RawContent {
  /** The body; `{UserPoolId}` in it is replaced. */
  readonly body: string;
}

export interface Prior {
  /** The pool has to be as new: nothing that an earlier case left may stand in it. */
  readonly fresh?: true;
  /** A valid UpdateUserPool request without UserPoolId. */
  readonly update?: JsonObject;
  /** A SetUserPoolMfaConfig request without UserPoolId. */
  readonly mfa?: JsonObject;
}
