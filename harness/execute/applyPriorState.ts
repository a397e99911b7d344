import type { Prior } from '../../generators/cases/case.ts';
import { asSentence } from '../../specs/asSentence.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { testedOperation } from '../../specs/operation.ts';
import { valueAt } from '../oracle/condition.ts';
import type { PoolState } from '../oracle/poolState.ts';
import { sameShown } from '../oracle/sameShown.ts';
import { isAccepted } from '../transport/answer.ts';
import { requestsFor } from '../transport/countedTransport.ts';
import type { CaseSetting, NotJudged } from './caseOutcome.ts';
import { describeAnswer, refreshState, type ScratchPool } from './scratchPool.ts';
import { sendWithRetry } from './sendWithRetry.ts';

/** Puts the pool into a prior state unless it is in it already. Returns a `skipped` verdict if the target refuses. */
export async function applyPriorState(
  setting: CaseSetting,
  pool: ScratchPool,
  prior: Prior,
): Promise<NotJudged | undefined> {
  if (isInPriorState(pool, prior)) return undefined;
  const transport = requestsFor(setting.transport, 'prior');
  const isThere = prior.update === undefined || isApplied(prior.update, pool.state);
  const text = isThere ? '' : JSON.stringify(prior.update);
  if (!isThere && setting.untaken?.has(text)) return skipped(notShown);
  if (prior.update !== undefined && !isThere) {
    const answer = await sendWithRetry(transport, testedOperation, withPool(prior.update, pool.id));
    if (!isAccepted(answer)) return skipped(`${testedOperation}: ${describeAnswer(answer)}`);
  }
  if (prior.mfa !== undefined) {
    const answer = await sendWithRetry(transport, 'SetUserPoolMfaConfig', withPool(prior.mfa, pool.id));
    if (!isAccepted(answer)) return skipped(`SetUserPoolMfaConfig: ${describeAnswer(answer)}`);
    pool.factors = prior.mfa;
  }
  if (!pool.readable) return undefined;
  const state = await refreshState(setting, pool);
  if (typeof state === 'string') return skipped(state);
  if (isApplied(prior.update ?? {}, state)) return undefined;
  if (prior.mfa === undefined) setting.untaken?.add(text);
  return skipped(notShown);
}

const notShown = 'its values do not show in DescribeUserPool';

function skipped(why: string): NotJudged {
  return { kind: 'skipped', why: `The target did not take the prior state: ${asSentence(why)}` };
}

function withPool(request: JsonObject, poolId: string): string {
  return JSON.stringify({ ...request, UserPoolId: poolId });
}

/** Whether a pool shows a prior state and has its factors, if there are any. */
export function isInPriorState({ factors, state }: ScratchPool, { update = {}, mfa }: Prior): boolean {
  const all = { ...state, members: { ...state.members, ...state.fixed } };
  return isApplied(update, state) && (mfa === undefined || (sameShown(factors, mfa) && isApplied(mfa, all)));
}

// Every scalar and list of the request must show. Members never shown as sent only cost a second update.
function isApplied(update: JsonObject, state: PoolState): boolean {
  return Object.keys(update).every((name) => isContained(update[name], valueAt(state.members, name)));
}

function isContained(wanted: JsonValue | undefined, actual: JsonValue | undefined): boolean {
  if (!isJsonObject(wanted)) return sameShown(wanted, actual);
  return Object.keys(wanted).every((name) =>
    isContained(wanted[name], isJsonObject(actual) ? actual[name] : undefined),
  );
}
