import { type Case, poolPlaceholder, requestWithPoolId } from '../../generators/cases/case.ts';
import type { JsonObject } from '../../specs/json.ts';
import { expectationOf } from '../oracle/expectation.ts';
import type { PoolState } from '../oracle/poolState.ts';
import type { CaseOutcome, CaseSetting } from './caseOutcome.ts';
import { isPlainUpdate } from './plainUpdates.ts';
import type { ScratchPool } from './scratchPool.ts';

/**
 * Whether a pool has stored what should have been refused, or, on a target that is likely to be lenient, might have been, and may
 * still serve such cases.
 */
export function isWorthSettingAside(outcome: CaseOutcome, isLenient: boolean): boolean {
  const { kind } = outcome.expectation;
  return (kind === 'rejected' || (kind === 'open' && isLenient)) && isReusable(outcome);
}

/** Whether a pool that a case has left in a state of its own may still serve others. */
export function isReusable({ case: testCase, before, after }: CaseOutcome): boolean {
  return isPlainUpdate(testCase) && before !== null && after !== null && typeof after !== 'string';
}

/**
 * Whether a case may run on a pool that has stored what should have been refused: it is to be refused, or nobody knows what comes
 * of it, and the oracle says the same of it there as on a new pool.
 */
export function suitsUsedPool(setting: CaseSetting, pool: ScratchPool, testCase: Case): boolean {
  if (!isPlainUpdate(testCase) || testCase.request.UserPoolId !== poolPlaceholder) return false;
  const request = requestWithPoolId(testCase.request, pool.id);
  const asNew = meaningOf(setting, request, pool.fresh, pool.fresh);
  return asNew !== undefined && asNew === meaningOf(setting, request, pool.state, pool.fresh);
}

/** Undefined where something is known of the state afterwards. */
function meaningOf(
  { contract, region }: CaseSetting,
  request: JsonObject,
  prior: PoolState,
  fresh: PoolState,
): string | undefined {
  const expectation = expectationOf({ contract, region, request, prior, fresh });
  switch (expectation.kind) {
    case 'accepted':
      return undefined;
    case 'rejected':
      return `rejected ${expectation.broken.map((clause) => clause.id).toSorted()}`;
    case 'open':
      return (expectation.state ?? []).length === 0 ? `open ${expectation.why}` : undefined;
  }
}
