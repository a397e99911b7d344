import type { Case } from '../../generators/cases/case.ts';
import type { JsonObject } from '../../specs/json.ts';
import type { MemberPath } from '../../specs/member.ts';
import type { Operation } from '../../specs/operation.ts';
import type { Expectation } from '../oracle/expectation.ts';
import type { PoolState } from '../oracle/poolState.ts';
import type { Verdict } from '../record/record.ts';
import type { Answer } from '../transport/answer.ts';
import type { LateDeletions } from './lateDeletions.ts';
import type { PoolSetting } from './scratchPool.ts';

/** Everything needed to run a case. */
export interface CaseSetting extends PoolSetting {
  /** Whether error messages are compared as well. */
  readonly messages?: boolean;
  readonly region: string;
  /** What other cases have learned of updates of deleted pools. Absent: nothing. */
  readonly lateDeletions?: LateDeletions;
  /** Operations that the target reported as not implemented. */
  readonly missing?: ReadonlySet<Operation>;
  /** Whether the pool need not be read after a refusal that is as expected. */
  readonly putsOffReading?: boolean;
  /** Whether nothing but refusals matters: the pool is not read after an update that is accepted. */
  readonly ignoresAccepted?: boolean;
  /** Prior states of the lane's cases, as JSON, that the target answered with success and did not show: they are not tried again. */
  readonly untaken?: Set<string>;
  /** Why a case must not be sent to this target, or undefined. */
  readonly notSent?: (testCase: Case) => string | undefined;
  /** Why a refusal may be caused by the account or environment rather than the target, or undefined. */
  readonly isExcused?: (request: JsonObject | string, answer: Answer) => Excuse | undefined;
}

/** A case that was run, with everything observed. */
export interface CaseOutcome {
  readonly case: Case;
  /** The body as sent. */
  readonly request: JsonObject | string;
  readonly expectation: Expectation;
  readonly answer: Answer;
  readonly before: PoolState | null;
  readonly after: PoolState | string | null;
  readonly verdict: Verdict;
  /** Set where the pool was not read after a refusal that is as expected, and has to be read yet. */
  readonly isUnread?: true;
  /** The run of a request with only the member that is refused, which the target refuses by itself; reported in place of this case. */
  readonly refusedAlone?: CaseOutcome;
  /** The member that caused the answer, if it is not the one the case is about. */
  readonly spoiledBy?: MemberPath;
}

/** Whether an outcome says anything for or against the deviation: being throttled or not being sent does not. */
export function isConclusive({ verdict: { kind } }: CaseOutcome): boolean {
  return kind !== 'inconclusive' && kind !== 'skipped' && kind !== 'errored';
}

/** The verdict for an answer that concerns the account or the credentials, not the operation. */
export type Excuse = Extract<Verdict, { readonly kind: 'undecided' | 'errored' }>;

/** The verdict on a case that was not sent. */
export type NotJudged = Extract<Verdict, { readonly kind: 'skipped' | 'errored' }>;
