import type { Condition } from './condition.ts';
import type { EditionDate } from './edition.ts';
import type { ErrorName } from './errors.ts';
import type { Evidence } from './evidence.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { MemberPath } from './member.ts';
import type { Shape } from './shape.ts';

/** Which belief wins where documentation and measurement disagree. */
export type Basis = 'observed' | 'documented';

/** A stable id, built from names and never from position: `policies.password-policy.minimum-length.max`. */
export type ClauseId = string;

/** One checkable sentence of the contract. */
export interface Clause {
  readonly id: ClauseId;
  /** The member it speaks of; `''` for the request as a whole and for the wire. */
  readonly member: MemberPath;
  /** The sentence, in our words, printable to a user. */
  readonly says: string;
  readonly constraint: Constraint;
  /** Errors that a breach may earn, the likeliest first; none for clauses about state and the wire. */
  readonly onBreach: readonly ErrorName[];
  readonly evidence: readonly Evidence[];
  readonly examples: Examples;
  /** First edition that has the clause; absent: all that have the member. */
  readonly since?: EditionDate;
  /** Last edition that has the clause. */
  readonly until?: EditionDate;
  /** The only basis under which the clause holds; absent: both. */
  readonly basis?: Basis;
}

/** What a clause demands. A closed union; the oracle's switch over it has no default. */
export type Constraint = ModelConstraint | RuleConstraint | StateConstraint | WireConstraint;

/** Demanded by the shape of a member. `of` says what is counted: the value, code points, or items. */
export type ModelConstraint =
  | { readonly kind: 'type'; readonly type: Shape['type'] }
  | { readonly kind: 'required' }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'min'; readonly bound: number; readonly of: Counted }
  | { readonly kind: 'max'; readonly bound: number; readonly of: Counted }
  | { readonly kind: 'pattern'; readonly pattern: string };

export type Counted = 'value' | 'length' | 'size';

/** A rule across members. With `outcome` "open" it marks requests whose answer no source states. */
export interface RuleConstraint {
  readonly kind: 'rule';
  /** Holds where the rule is broken (or, for an open rule, where the answer is unknown). */
  readonly breach: Condition;
  /** "accepted" marks requests that were seen to be taken though another source or an obvious guess says otherwise. */
  readonly outcome: 'rejected' | 'open' | 'accepted';
  /** Of an open rule: clauses whose breach is not certain where the rule holds, because their sources contradict. */
  readonly unsettles?: readonly ClauseId[];
  /** Of an open rule: should the request be accepted after all, the clauses on state hold. */
  readonly stateHolds?: true;
}

/** What becomes of a member's stored value. "Sent" means a value that is neither null nor an empty list, map or object. */
export interface StateConstraint {
  readonly kind: 'state';
  readonly when: 'sent' | 'omitted' | 'empty' | 'null';
  /** Of an omitted member: holds only where the structure around it was sent, or was omitted too. Absent: both. */
  readonly parent?: 'sent' | 'omitted';
  readonly observed: Effect;
  readonly documented: Effect;
}

export type Effect =
  /** DescribeUserPool shows what was sent. */
  | { readonly kind: 'stored' }
  /** DescribeUserPool shows each entry that was sent, whatever it shows besides. */
  | { readonly kind: 'among' }
  /** It stays what it was. */
  | { readonly kind: 'kept' }
  /** It becomes one of these; null stands for a member that is not shown. */
  | { readonly kind: 'becomes'; readonly values: readonly JsonValue[] }
  /** It becomes what a new pool shows. */
  | { readonly kind: 'fresh' }
  /** Sources differ, and each of them says one of these; anything else contradicts them all. */
  | { readonly kind: 'either'; readonly of: readonly Effect[] }
  /** It shows what another member shows, where that one is sent. */
  | { readonly kind: 'follows'; readonly leader: MemberPath }
  /** It is no longer what it was; what it becomes is not known. */
  | { readonly kind: 'dropped' }
  /** Nobody knows. */
  | { readonly kind: 'open' };

/** Something that every answer has to be. */
export interface WireConstraint {
  readonly kind: 'wire';
  readonly check: WireCheck;
}

export type WireCheck =
  | 'success-status'
  | 'success-body'
  | 'error-status'
  | 'error-type'
  | 'error-namespace'
  | 'error-body'
  | 'error-message'
  | 'request-id'
  | 'content-type'
  | 'date-header'
  | 'answered'
  | 'no-server-fault'
  | 'unknown-pool'
  | 'atomic'
  | 'isolated'
  | 'stable'
  | 'readable-state'
  | 'untouchable'
  | 'list-order'
  | 'mirrored'
  | 'creation-date'
  | 'last-modified-date'
  | 'date-form'
  | 'shown-type'
  | 'pool-id'
  | 'unknown-members-ignored'
  | 'deletion-protection'
  | 'mfa-agreement'
  | 'serial'
  | 'outside'
  | 'several-faults'
  | RequestForm;

/** Ways in which a request itself may be unusual, each with a clause that states the expected answer. */
export type RequestForm =
  | 'no-json'
  | 'no-object'
  | 'empty-body'
  | 'unknown-operation'
  | 'unusual-json'
  | 'unknown-members'
  | 'headers'
  | 'method'
  | 'path'
  | 'encoding'
  | 'size'
  | 'signature';

/**
 * Hand-picked, so that a wrong number in the data fails a test. For a model clause they are values of the member, for a
 * rule or state clause requests without UserPoolId; `prior` is a request that has to be applied first.
 */
export interface Examples {
  readonly keeps: readonly Example[];
  readonly breaks: readonly Example[];
}

export interface Example {
  readonly value: JsonValue;
  readonly prior?: JsonObject;
  /** A SetUserPoolMfaConfig request without UserPoolId that has to be applied before the value is sent. */
  readonly mfa?: JsonObject;
}
