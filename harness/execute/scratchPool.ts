import type { Contract } from '../../specs/contract.ts';
import type { Edition } from '../../specs/edition.ts';
import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import { type PoolState, poolStateOf } from '../oracle/poolState.ts';
import { sameShown } from '../oracle/sameShown.ts';
import type { Answer, Answered } from '../transport/answer.ts';
import { isAccepted } from '../transport/answer.ts';
import { createdId } from '../transport/poolLedger.ts';
import { isTooDeep } from '../transport/readAnswer.ts';
import type { Transport } from '../transport/sdkTransport.ts';
import { isThrottled } from '../transport/throttled.ts';

/** The tag by which a pool that was left behind can be found. */
export const scratchTag = 'poolproof';

/** What pools are made with. */
export interface PoolSetting {
  readonly transport: Transport;
  readonly contract: Contract;
  /** Stands in the name and the tag of every pool that the run makes. Absent: "scratch". */
  readonly runId?: string;
  /** False for a target that shows a pool for any id: nothing is made, and answers alone are judged. */
  readonly keepsPools?: boolean;
  /** What pools are made with besides, as far as the target takes it. */
  readonly creation?: JsonObject;
  /** Set where all pools are one that was there before: the factors that it has. */
  readonly existing?: { readonly factors: JsonObject };
}

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

/** Creates a pool, names and tags it as ours and reads it. */
export async function openPool(setting: PoolSetting): Promise<ScratchPool | PoolTrouble> {
  const { transport, contract, runId = 'scratch', keepsPools = true } = setting;
  const { edition } = contract;
  if (!keepsPools) return blindPool(edition, anyId);
  const body = { PoolName: `poolproof-${runId}`, UserPoolTags: { [scratchTag]: runId } };
  const created = await create(transport, body, setting.creation ?? {});
  const id = isAccepted(created) ? (createdId(created.body) ?? madeUpId(created)) : undefined;
  if (id === undefined) return { trouble: `CreateUserPool gave no pool: ${describeAnswer(created)}`, answer: created };
  const factors = setting.existing?.factors ?? {};
  const state = await readPool(transport, edition, id, factors);
  if ('trouble' in state) return state.answer.kind === 'unanswered' ? state : blindPool(edition, id);
  if (setting.existing !== undefined)
    return { id, fresh: { ...state, existing: true }, factors, state, readable: true };
  const { UserPoolTags: _ours, ...members } = state.members;
  return { id, fresh: { ...state, members }, factors, state, readable: true };
}

// What a target does not take is left out: it is there to be seen to stay, and no case needs it.
async function create(transport: Transport, body: JsonObject, more: JsonObject): Promise<Answer> {
  const full = await transport.send('CreateUserPool', JSON.stringify({ ...body, ...more }));
  const isRefused = full.kind === 'answered' && !isAccepted(full) && !isThrottled(full);
  if (!isRefused || Object.keys(more).length === 0) return full;
  return transport.send('CreateUserPool', JSON.stringify(body));
}

const anyId = 'us-east-1_Poolproof';

function blindPool(edition: Edition, id: string): ScratchPool {
  const blind = poolStateOf(edition, {});
  return { id, fresh: blind, factors: {}, state: blind, readable: false };
}

// A target that says yes and keeps nothing can still be asked what it refuses, by any id of the right form.
function madeUpId({ text, body }: Answered): string | undefined {
  return text.trim() === '' || isJsonObject(body) ? anyId : undefined;
}

/** Whether a pool shows nothing that was not there when it was new; our own tag apart. */
export function isAsNew({ fresh, state, factors }: ScratchPool): boolean {
  const { UserPoolTags: _ours, ...members } = state.members;
  if (fresh.existing) return sameShown(state.members, fresh.members) && sameShown(factors, fresh.factors);
  return sameShown(members, fresh.members) && sameShown(factors, {});
}

const readFrom = new WeakMap<PoolState, string>();

/** Reads a pool by DescribeUserPool. Where it shows the very same as last time, its last state comes back. */
export async function readPool(
  transport: Transport,
  edition: Edition,
  id: string,
  factors: JsonObject,
  last?: PoolState,
): Promise<PoolState | PoolTrouble> {
  const answer = await transport.send('DescribeUserPool', JSON.stringify({ UserPoolId: id }));
  const isSame = last !== undefined && answer.kind === 'answered' && readFrom.get(last) === answer.text;
  if (isSame && last.factors === factors) return last;
  const pool = isAccepted(answer) && isJsonObject(answer.body) ? answer.body.UserPool : undefined;
  if (!isJsonObject(pool)) return { trouble: whyUnread(answer), answer };
  const set = hidden.filter((name) => factors[name] !== undefined);
  if (set.length === 0) {
    const state = poolStateOf(edition, pool, factors);
    if (answer.kind === 'answered') readFrom.set(state, answer.text);
    return state;
  }
  return poolStateOf(edition, { ...pool, ...(await readHidden(transport, id, set)) }, factors);
}

/** Reads the pool again and moves its state on; a sentence where it cannot be read. */
export async function readBack({ transport, contract }: PoolSetting, pool: ScratchPool): Promise<PoolState | string> {
  const state = await readPool(transport, contract.edition, pool.id, pool.factors, pool.state);
  if ('trouble' in state) return `${state.trouble}.`;
  pool.state = state;
  return state;
}

function whyUnread(answer: Answer): string {
  const isDeep = answer.kind === 'answered' && isTooDeep(answer.text);
  const what = isDeep ? 'answers what is nested too deep to be read' : 'shows no pool';
  return `DescribeUserPool ${what}: ${describeAnswer(answer)}`;
}

/** What another operation sets, and DescribeUserPool does not show. */
const hidden = ['WebAuthnConfiguration', 'SoftwareTokenMfaConfiguration'] as const;

/** Nothing where the target cannot tell. */
async function readHidden(transport: Transport, id: string, names: readonly string[]): Promise<JsonObject> {
  const answer = await transport.send('GetUserPoolMfaConfig', JSON.stringify({ UserPoolId: id }));
  const shown = isAccepted(answer) && isJsonObject(answer.body) ? answer.body : {};
  return Object.fromEntries(names.flatMap((name) => (shown[name] === undefined ? [] : [[name, shown[name]]])));
}

/** Deletes a pool, lifting its deletion protection where that is in the way. */
export async function removePool(transport: Transport, id: string): Promise<Answer> {
  const body = JSON.stringify({ UserPoolId: id });
  const answer = await transport.send('DeleteUserPool', body, 'removal');
  if (isAccepted(answer) || answer.kind === 'unanswered' || isThrottled(answer)) return answer;
  if (answer.error === 'ResourceNotFoundException') return answer;
  const unprotected = JSON.stringify({ UserPoolId: id, DeletionProtection: 'INACTIVE' });
  await transport.send('UpdateUserPool', unprotected, 'removal');
  return transport.send('DeleteUserPool', body, 'removal');
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
