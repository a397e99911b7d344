import type { Edition } from '../../specs/edition.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { type PoolState, poolStateOf } from '../oracle/poolState.ts';
import { sameShown } from '../oracle/sameShown.ts';
import type { Answer, Answered } from '../transport/answer.ts';
import { isAccepted } from '../transport/answer.ts';
import type { Transport } from '../transport/sdkTransport.ts';

/** The tag by which a pool that was left behind can be found. */
const scratchTag = 'poolproof';

/** A user pool that the run made for itself. */
export interface ScratchPool {
  readonly id: string;
  /** The pool as it was when it was new: what "default" means for this target. */
  readonly fresh: PoolState;
  /** Factors set by SetUserPoolMfaConfig. */
  factors: JsonObject;
  /** What DescribeUserPool showed last. */
  state: PoolState;
  /** Whether the target shows pools at all; without that, answers are judged and state is not. */
  readonly readable: boolean;
}

/** Why a pool could not be made or read. */
export interface PoolTrouble {
  readonly trouble: string;
  readonly answer: Answer;
}

/** Creates a pool, tags it as ours and reads it. */
export async function openPool(
  transport: Transport,
  edition: Edition,
  name: string,
): Promise<ScratchPool | PoolTrouble> {
  const body = { PoolName: name, UserPoolTags: { [scratchTag]: 'scratch' } };
  const created = await transport.send('CreateUserPool', JSON.stringify(body));
  const id = isAccepted(created) ? (poolId(created.body) ?? madeUpId(created)) : undefined;
  if (id === undefined) return { trouble: `CreateUserPool gave no pool: ${describeAnswer(created)}`, answer: created };
  const state = await readPool(transport, edition, id, {});
  if ('trouble' in state) {
    const blind = poolStateOf(edition, {});
    return state.answer.kind === 'unanswered'
      ? state
      : { id, fresh: blind, factors: {}, state: blind, readable: false };
  }
  const { UserPoolTags: _ours, ...members } = state.members;
  return { id, fresh: { ...state, members }, factors: {}, state, readable: true };
}

// A target that says yes and keeps nothing can still be asked what it refuses, by any id of the right form.
function madeUpId({ text, body }: Answered): string | undefined {
  return text.trim() === '' || isJsonObject(body) ? 'us-east-1_Poolproof' : undefined;
}

/** Whether a pool shows nothing that was not there when it was new; our own tag apart. */
export function isAsNew({ fresh, state, factors }: ScratchPool): boolean {
  const { UserPoolTags: _ours, ...members } = state.members;
  return sameShown(members, fresh.members) && sameShown(factors, {});
}

/** Reads a pool by DescribeUserPool. */
export async function readPool(
  transport: Transport,
  edition: Edition,
  id: string,
  factors: JsonObject,
): Promise<PoolState | PoolTrouble> {
  const answer = await transport.send('DescribeUserPool', JSON.stringify({ UserPoolId: id }));
  const pool = isAccepted(answer) && isJsonObject(answer.body) ? answer.body.UserPool : undefined;
  if (!isJsonObject(pool)) return { trouble: `DescribeUserPool shows no pool: ${describeAnswer(answer)}`, answer };
  return poolStateOf(edition, pool, factors);
}

/** Deletes a pool, lifting its deletion protection where that is in the way. */
export async function removePool(transport: Transport, id: string): Promise<Answer> {
  const body = JSON.stringify({ UserPoolId: id });
  const answer = await transport.send('DeleteUserPool', body);
  if (isAccepted(answer) || answer.kind === 'unanswered' || answer.error === 'ResourceNotFoundException') return answer;
  await transport.send('UpdateUserPool', JSON.stringify({ UserPoolId: id, DeletionProtection: 'INACTIVE' }));
  return transport.send('DeleteUserPool', body);
}

// Some targets call the id UserPoolId.
function poolId(body: JsonValue | undefined): string | undefined {
  const pool = isJsonObject(body) ? body.UserPool : undefined;
  if (!isJsonObject(pool)) return undefined;
  const id = pool.Id ?? pool.UserPoolId;
  return typeof id === 'string' ? id : undefined;
}

/** An answer in a few words. */
export function describeAnswer(answer: Answer): string {
  if (answer.kind === 'unanswered') return answer.detail;
  const what =
    answer.error === null
      ? answer.text.slice(0, 120)
      : `${answer.error || 'unnamed error'} ${answer.message ?? ''}`.trim();
  return `HTTP ${answer.status} ${what}`.trim();
}
