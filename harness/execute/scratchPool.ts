import { setTimeout as wait } from 'node:timers/promises';
import { asSentence } from '../../specs/asSentence.ts';
import { beginningOf } from '../../specs/beginningOf.ts';
import type { Contract } from '../../specs/contract.ts';
import type { Edition } from '../../specs/edition.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { createOperation, describeOperation } from '../../specs/operation.ts';
import { breachesOf } from '../oracle/breaches.ts';
import { type PoolState, poolStateOf } from '../oracle/poolState.ts';
import { sameShown } from '../oracle/sameShown.ts';
import { withPartsOf } from '../oracle/sharedParts.ts';
import { boundedText } from '../record/bounded.ts';
import type { Answer, Answered } from '../transport/answer.ts';
import { isAccepted } from '../transport/answer.ts';
import { fractionalNumbers } from '../transport/fractionalNumbers.ts';
import { isThrottled } from '../transport/isThrottled.ts';
import { isUnknownPool } from '../transport/isUnknownPool.ts';
import { createdId } from '../transport/poolLedger.ts';
import { isTooDeep } from '../transport/readAnswer.ts';
import type { Transport } from '../transport/transport.ts';
import type { GivenIds } from './givenIds.ts';
import { discardPool } from './removePool.ts';
import { isPoolLimit, sendWithRetry } from './sendWithRetry.ts';
import { whyNotJson } from './whyNotJson.ts';

/** The tag by which leftover pools are found. */
export const scratchTag = 'poolproof';

/** Everything needed to create a pool. */
export interface PoolSetting {
  readonly transport: Transport;
  readonly contract: Contract;
  /** Part of the name and the tag of every pool of the run. Absent: "scratch". */
  readonly runId?: string;
  /** False for a target that shows a pool for any id: no pool is created, and only answers are judged. */
  readonly keepsPools?: boolean;
  /** False for a target that answers a creation without a pool: none is created, and requests name an id that no pool has. */
  readonly makesPools?: boolean;
  /** True for a target that was seen not to show a new pool even after a while: further ones are not waited for. */
  readonly hidesPools?: boolean;
  /** Further members for CreateUserPool, left out if the target refuses them. */
  readonly creation?: JsonObject;
  /** The ids that the target gave to pools of the run. */
  readonly givenIds?: GivenIds;
  /** Set if the run uses an existing pool: the factors of that pool. */
  readonly existing?: { readonly factors: JsonObject };
}

/** A user pool created by the run. */
export interface ScratchPool {
  readonly id: string;
  /** What a pool shows that is made with nothing but a name: the target's defaults. */
  readonly fresh: PoolState;
  /** The state right after creation, without our tag. */
  readonly created: PoolState;
  /** Factors set by SetUserPoolMfaConfig. */
  factors: JsonObject;
  /** The last state shown by DescribeUserPool. */
  state: PoolState;
  /** Whether the target shows pools; if not, only answers are judged. */
  readonly readable: boolean;
  /** The Id that CreateUserPool answered, if any. */
  readonly createdId?: JsonValue;
  /** Whether there is a pool to delete: not where the target answered the creation without one, was not asked, or has deleted it. */
  isMade: boolean;
  /** Whether CreateUserPool answered with the very state that DescribeUserPool showed then, at once. */
  readonly isShownByCreation?: true;
}

/** Why a pool could not be created or read. */
export interface PoolFailure {
  readonly failure: string;
  readonly answer: Answer;
}

/**
 * Creates a pool with poolproof's name and tag, and reads it. It is not read where its creation is answered with the same state as
 * that of an earlier pool, for which the answer was seen to show what DescribeUserPool shows.
 */
export async function createPool(setting: PoolSetting, earlier?: ScratchPool): Promise<ScratchPool | PoolFailure> {
  const { edition } = setting.contract;
  if (!isCreating(setting)) return unreadablePool(edition, { id: placeholderPoolId, isMade: false });
  const created = await sendNamedCreation(setting);
  if ('failure' in created) return created;
  const { id, isMade, shown } = created;
  const factors = setting.existing?.factors ?? {};
  const answered = shown === undefined ? undefined : poolStateOf(edition, shown, factors, earlier?.state);
  const isKnown = earlier?.isShownByCreation && answered !== undefined && isSameNewPool(answered, earlier);
  const { state, isLate } = isKnown
    ? { state: answered, isLate: false }
    : await readNewPool(setting, id, factors, earlier?.state);
  if ('failure' in state) return state.answer.kind === 'unanswered' ? state : unreadablePool(edition, created);
  if (setting.existing !== undefined)
    return { id, isMade, fresh: { ...state, existing: true }, created: state, factors, state, readable: true };
  const own = withoutOurTag(state, earlier?.created);
  return {
    id,
    isMade,
    fresh: { ...own, members: await defaultsOf(setting, own, earlier) },
    created: own,
    factors,
    state,
    readable: true,
    ...(shown?.Id === undefined ? {} : { createdId: shown.Id }),
    ...(isKnown || (!isLate && isSameState(answered, state)) ? { isShownByCreation: true } : {}),
  };
}

/** Pauses in milliseconds before a new pool is looked for again. */
const creationPauses = [50, 200, 800];

// Nobody promises that a pool is there for every other operation when its creation is answered.
async function readNewPool(
  { transport, contract: { edition }, hidesPools }: PoolSetting,
  id: string,
  factors: JsonObject,
  earlier: PoolState | undefined,
): Promise<{ readonly state: PoolState | PoolFailure; readonly isLate: boolean }> {
  let state = await readPool(transport, edition, id, factors, earlier);
  let isLate = false;
  for (const pause of hidesPools === true ? [] : creationPauses) {
    if (!('failure' in state) || !isUnknownPool(state.answer)) break;
    isLate = true;
    await wait(pause);
    state = await readPool(transport, edition, id, factors, earlier);
  }
  return { state, isLate };
}

/** The members of a pool that was made without settings: its own, unless it has some. */
async function defaultsOf(setting: PoolSetting, own: PoolState, earlier?: ScratchPool): Promise<JsonObject> {
  const { creation = {}, ...bare } = setting;
  const { members } = setting.contract.edition.input;
  if (!Object.keys(creation).some((name) => Object.hasOwn(members, name))) return own.members;
  if (earlier !== undefined) return earlier.fresh.members;
  const plain = await createPool(bare);
  if ('failure' in plain) return own.members;
  await discardPool(setting.transport, plain);
  return plain.readable ? plain.fresh.members : own.members;
}

function isCreating({ keepsPools = true, makesPools = true }: PoolSetting): boolean {
  return keepsPools && makesPools;
}

function withoutOurTag(state: PoolState, earlier?: PoolState): PoolState {
  const { UserPoolTags: _ours, ...members } = state.members;
  return { ...state, members: earlier === undefined ? members : withPartsOf(earlier.members, members) };
}

function isSameState(answered: PoolState | undefined, { members, fixed }: PoolState): boolean {
  return answered !== undefined && sameShown(answered.members, members) && sameShown(answered.fixed, fixed);
}

function isSameNewPool(answered: PoolState, { created }: ScratchPool): boolean {
  const isSameMembers = sameShown(withoutOurTag(answered).members, created.members);
  return isSameMembers && sameShown(Object.keys(answered.fixed).toSorted(), Object.keys(created.fixed).toSorted());
}

/** Creates a pool without reading it: only answers can be judged on it, by what a new pool is known to show. */
export async function createUnreadPool(setting: PoolSetting, fresh: PoolState): Promise<ScratchPool | PoolFailure> {
  const created = isCreating(setting) ? await sendNamedCreation(setting) : { id: placeholderPoolId, isMade: false };
  if ('failure' in created) return created;
  const { id, isMade } = created;
  return { id, isMade, fresh, created: fresh, factors: {}, state: fresh, readable: false };
}

interface CreatedPool {
  readonly id: string;
  readonly isMade: boolean;
  /** The pool as the answer showed it, whatever it was. */
  readonly shown?: JsonObject;
}

async function sendNamedCreation(setting: PoolSetting): Promise<CreatedPool | PoolFailure> {
  const { transport, runId = 'scratch' } = setting;
  const body = { PoolName: `poolproof-${runId}`, UserPoolTags: { [scratchTag]: runId } };
  const created = await sendCreation(transport, body, setting.creation ?? {});
  const own = isAccepted(created) ? createdId(created.body) : undefined;
  if (own !== undefined) setting.givenIds?.note(own);
  const id = own ?? (isAccepted(created) ? assumedPoolId(created) : undefined);
  if (id === undefined) {
    return { failure: notJson(createOperation, created) ?? whyNoPool(created), answer: created };
  }
  if (breachesOf(setting.contract.edition, { UserPoolId: id }).length > 0) {
    const says = `CreateUserPool answered with the id ${JSON.stringify(boundedText(id, longestIdShown))}, which no pool can have`;
    return { failure: says, answer: created };
  }
  const shown = isAccepted(created) && isJsonObject(created.body) ? created.body.UserPool : undefined;
  return { id, isMade: own !== undefined, ...(isJsonObject(shown) ? { shown } : {}) };
}

/** Why a creation gave no pool, in words that go on with a full stop; where there are too many pools, with what to do. */
export function whyNoPool(created: Answer): string {
  const fact = `CreateUserPool gave no pool: ${describeAnswer(created)}`;
  return isPoolLimit(createOperation, created)
    ? `${asSentence(fact)} A run of lower concurrency needs fewer pools at once`
    : fact;
}

// Further members are left out if refused: no case depends on them.
async function sendCreation(transport: Transport, body: JsonObject, more: JsonObject): Promise<Answer> {
  const full = await sendWithRetry(transport, createOperation, JSON.stringify({ ...body, ...more }));
  const isRefused = full.kind === 'answered' && !isAccepted(full) && !isThrottled(full);
  if (!isRefused || Object.keys(more).length === 0) return full;
  return sendWithRetry(transport, createOperation, JSON.stringify(body));
}

const longestIdShown = 80;

const placeholderPoolId = 'us-east-1_Poolproof';

function unreadablePool(edition: Edition, { id, isMade }: Pick<ScratchPool, 'id' | 'isMade'>): ScratchPool {
  const nothing = poolStateOf(edition, {});
  // A target without pools has none in which anything could be left.
  const blind = isMade ? { ...nothing, unseen: new Set<string>() } : nothing;
  return { id, isMade, fresh: blind, created: blind, factors: {}, state: blind, readable: false };
}

// A target that accepts everything and stores nothing can still be tested for refusals, with any well-formed id.
function assumedPoolId({ text, body }: Answered): string | undefined {
  return text.trim() === '' || isJsonObject(body) ? placeholderPoolId : undefined;
}

/** Notes what an accepted update may have left in a pool that the target does not show. */
export function noteUnseen(pool: ScratchPool, request: JsonValue): void {
  const { unseen } = pool.state;
  if (unseen === undefined || !isJsonObject(request)) return;
  pool.state = { ...pool.state, unseen: new Set([...unseen, ...Object.keys(request)]) };
}

/** Whether a pool is as it was right after creation, apart from our own tag. */
export function isAsNew(pool: ScratchPool): boolean {
  return isLike(pool, pool.created);
}

/** Whether a pool shows what one does that was made with nothing but a name, apart from our own tag. */
export function showsDefaults(pool: ScratchPool): boolean {
  return isLike(pool, pool.fresh);
}

function isLike({ fresh, state, factors }: ScratchPool, other: PoolState): boolean {
  const { UserPoolTags: _ours, ...members } = state.members;
  if (fresh.existing) return sameShown(state.members, fresh.members) && sameShown(factors, fresh.factors);
  return sameShown(members, other.members) && sameShown(factors, {});
}

const textOfState = new WeakMap<PoolState, string>();

/** Reads a pool by DescribeUserPool. Returns the last state object if the answer is unchanged, else one that shares what is. */
export async function readPool(
  transport: Transport,
  edition: Edition,
  id: string,
  factors: JsonObject,
  last?: PoolState,
): Promise<PoolState | PoolFailure> {
  const answer = await sendWithRetry(transport, describeOperation, JSON.stringify({ UserPoolId: id }));
  const isSame = last !== undefined && answer.kind === 'answered' && textOfState.get(last) === answer.text;
  if (isSame && last.factors === factors) return last;
  const pool = isAccepted(answer) && isJsonObject(answer.body) ? answer.body.UserPool : undefined;
  if (!isJsonObject(pool)) return { failure: whyUnread(answer), answer };
  const set = notDescribed.filter((name) => factors[name] !== undefined);
  const written = answer.kind === 'answered' ? writtenFractions(answer.text) : {};
  if (set.length === 0) {
    const state = { ...poolStateOf(edition, pool, factors, last), ...written };
    if (answer.kind === 'answered') textOfState.set(state, answer.text);
    return state;
  }
  const factorBlocks = (await readNotDescribed(transport, id, set)) ?? last?.fixed ?? {};
  return { ...poolStateOf(edition, { ...pool, ...pick(factorBlocks, set) }, factors, last), ...written };
}

function writtenFractions(text: string): Pick<PoolState, 'fractions'> {
  const found = [...fractionalNumbers(text)].map(
    ([place, source]) => [place.replace(/^UserPool\./, ''), source] as const,
  );
  return found.length === 0 ? {} : { fractions: new Map(found) };
}

/** Reads the pool again and updates its state; returns a sentence if it cannot be read. */
export async function refreshState(
  { transport, contract }: PoolSetting,
  pool: ScratchPool,
): Promise<PoolState | string> {
  const state = await readPool(transport, contract.edition, pool.id, pool.factors, pool.state);
  if ('failure' in state) return asSentence(state.failure);
  pool.state = state;
  return state;
}

function whyUnread(answer: Answer): string {
  const said = describeAnswer(answer);
  if (answer.kind === 'answered' && isTooDeep(answer.text))
    return `DescribeUserPool answers with JSON that is nested too deeply: ${said}`;
  return notJson(describeOperation, answer) ?? `DescribeUserPool shows no pool: ${said}`;
}

function notJson(operation: string, answer: Answer): string | undefined {
  const why = isAccepted(answer) ? whyNotJson(answer) : undefined;
  return why && `${operation} does not answer with JSON: ${why}`;
}

/** Members set by another operation and not shown by DescribeUserPool. */
const notDescribed = ['WebAuthnConfiguration', 'SoftwareTokenMfaConfiguration', 'EmailMfaConfiguration'] as const;

/** Empty if the target does not support GetUserPoolMfaConfig; undefined if it gave no usable answer. */
async function readNotDescribed(
  transport: Transport,
  id: string,
  names: readonly string[],
): Promise<JsonObject | undefined> {
  const answer = await sendWithRetry(transport, 'GetUserPoolMfaConfig', JSON.stringify({ UserPoolId: id }));
  if (answer.kind === 'unanswered' || isThrottled(answer)) return undefined;
  return isAccepted(answer) && isJsonObject(answer.body) ? pick(answer.body, names) : {};
}

function pick(object: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.flatMap((name) => (object[name] === undefined ? [] : [[name, object[name]]])));
}

/** An answer in a few words, for messages. */
export function describeAnswer(answer: Answer): string {
  if (answer.kind === 'unanswered') return answer.detail;
  const what =
    answer.error === null
      ? beginningOf(answer.text, 120)
      : `${answer.error || 'unnamed error'} ${answer.message ?? ''}`.trim();
  return boundedText(`HTTP ${answer.status} ${what}`.trim(), 1000);
}
