import type { Prior } from '../../generators/cases/case.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { valueAt } from '../oracle/condition.ts';
import type { PoolState } from '../oracle/poolState.ts';
import { sameShown } from '../oracle/sameShown.ts';
import { isAccepted } from '../transport/answer.ts';
import { sendPatiently } from './retryThrottled.ts';
import type { CaseSetting, Unjudged } from './runUpdate.ts';
import { describeAnswer, readBack, type ScratchPool } from './scratchPool.ts';

/** Applies a prior state unless it is there already; a `skipped` verdict where the target does not take it. */
export async function bringAbout(setting: CaseSetting, pool: ScratchPool, prior: Prior): Promise<Unjudged | undefined> {
  const isThere = prior.update === undefined || isShown(prior.update, pool.state);
  if (prior.update !== undefined && !isThere) {
    const answer = await sendPatiently(setting.transport, 'UpdateUserPool', withPool(prior.update, pool.id));
    if (!isAccepted(answer)) return skipped(`UpdateUserPool: ${describeAnswer(answer)}`);
  }
  if (prior.mfa !== undefined) {
    const answer = await sendPatiently(setting.transport, 'SetUserPoolMfaConfig', withPool(prior.mfa, pool.id));
    if (!isAccepted(answer)) return skipped(`SetUserPoolMfaConfig: ${describeAnswer(answer)}`);
    pool.factors = prior.mfa;
  }
  if (isThere && prior.mfa === undefined) return undefined;
  if (!pool.readable) return undefined;
  const state = await readBack(setting, pool);
  if (typeof state === 'string') return skipped(state);
  return isShown(prior.update ?? {}, state) ? undefined : skipped('its values do not show in DescribeUserPool');
}

function skipped(why: string): Unjudged {
  return { kind: 'skipped', why: `The target did not take the prior state: ${why}.` };
}

function withPool(request: JsonObject, poolId: string): string {
  return JSON.stringify({ ...request, UserPoolId: poolId });
}

// Every scalar and list of the request has to show; members that are never shown as sent would only cost a second update.
function isShown(update: JsonObject, state: PoolState): boolean {
  return Object.keys(update).every((name) => holds(update[name], valueAt(state.members, name)));
}

function holds(wanted: JsonValue | undefined, actual: JsonValue | undefined): boolean {
  if (!isJsonObject(wanted)) return sameShown(wanted, actual);
  return Object.keys(wanted).every((name) => holds(wanted[name], isJsonObject(actual) ? actual[name] : undefined));
}
