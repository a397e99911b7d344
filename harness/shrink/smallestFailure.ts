import { poolPlaceholder } from '../../generators/cases/case.ts';
import type { JsonObject } from '../../specs/json.ts';
import type { CaseOutcome } from '../execute/caseOutcome.ts';
import type { Repetition } from '../findings/confirmRepeats.ts';
import type { RawFinding } from '../findings/rawFinding.ts';
import type { Finding } from '../record/record.ts';

/** The smallest request that was found to still show a deviation. */
export interface SmallestFailure {
  readonly request: JsonObject | string;
  readonly prior: Finding['prior'];
  readonly outcome: CaseOutcome;
  /** Whether the deviation showed on a new pool. */
  readonly reproduced: boolean;
  /** Set where the same request on the same state showed it at some times and not at others. */
  readonly repeated?: Repetition;
  /** What its pool has to be created with; absent where any pool shows it. */
  readonly creation?: JsonObject;
}

/** A finding whose request was made no smaller. */
export function unshrunkFailure({ outcome }: RawFinding): SmallestFailure {
  return { request: withoutPoolId(outcome), prior: outcome.case.prior ?? {}, outcome, reproduced: false };
}

// The pool that it was sent to is deleted before the finding is read.
function withoutPoolId({ request, before }: CaseOutcome): JsonObject | string {
  if (typeof request === 'string' || before === null || typeof request.UserPoolId !== 'string') return request;
  const text = JSON.stringify(request).replaceAll(request.UserPoolId, poolPlaceholder);
  return JSON.parse(text) as JsonObject;
}
