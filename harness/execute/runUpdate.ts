import { type Case, jsonOf, requestWithPoolId, withPoolId } from '../../generators/cases/case.ts';
import { severalFaults } from '../../generators/cases/severalFaults.ts';
import { isJsonObject, type JsonObject, type JsonValue, jsonEqual, parsedJson } from '../../specs/json.ts';
import type { MemberPath } from '../../specs/member.ts';
import { judge } from '../judge/judge.ts';
import { changedMembers } from '../judge/state.ts';
import { readRequest } from '../oracle/breaches.ts';
import { type Expectation, expectationOf } from '../oracle/expectation.ts';
import type { PoolState } from '../oracle/poolState.ts';
import { sameShown } from '../oracle/sameShown.ts';
import type { Verdict } from '../record/record.ts';
import { type Answer, isAccepted } from '../transport/answer.ts';
import type { Operation } from '../transport/operations.ts';
import { bringAbout } from './applyPriorState.ts';
import { sendPatiently } from './retryThrottled.ts';
import { type PoolSetting, readBack, type ScratchPool } from './scratchPool.ts';

/** What a case is run with. */
export interface CaseSetting extends PoolSetting {
  /** Whether the text of an error counts too. */
  readonly messages?: boolean;
  readonly region: string;
  /** Operations that the target said it does not have. */
  readonly missing?: ReadonlySet<Operation>;
  /** Why a case must not be sent to this target, or undefined. */
  readonly notSent?: (one: Case) => string | undefined;
  /** Why a refusal may be the surroundings' fault rather than the target's, or undefined. */
  readonly isExcused?: (request: JsonObject | string, answer: Answer) => Excuse | undefined;
}

/** A case that was run, with all that was learned. */
export interface CaseOutcome {
  readonly case: Case;
  /** The body as sent. */
  readonly request: JsonObject | string;
  readonly expectation: Expectation;
  readonly answer: Answer;
  readonly before: PoolState | null;
  readonly after: PoolState | string | null;
  readonly verdict: Verdict;
  /** A request of one other member that the case carried, and that the target refuses by itself: what is to be told of. */
  readonly showing?: CaseOutcome;
  /** The member to blame for the answer, where that is none that the case is about. */
  readonly spoiledBy?: MemberPath;
}

/** What an answer says of the account or the credentials, in place of the operation. */
export type Excuse = Extract<Verdict, { readonly kind: 'undecided' | 'errored' }>;

/** The verdict on a case that was not sent. */
export type Unjudged = Extract<Verdict, { readonly kind: 'skipped' | 'errored' }>;

/** Brings the pool into the case's prior state, sends the case, reads the pool and judges. Moves `pool.state` on. */
export async function runCase(setting: CaseSetting, pool: ScratchPool, one: Case): Promise<CaseOutcome> {
  const refusal = await unfit(setting, pool, one);
  const body = bodyOf(one, pool.id);
  const request = one.raw?.body === undefined ? requestWithPoolId(one.request, pool.id) : parsed(body);
  const isOwn = isJsonObject(request) && request.UserPoolId === pool.id;
  const onOwn = () => (isOwn ? pool.state : null);
  const open = expected(setting, pool, request, onOwn());
  const expectation = one.twin === undefined ? open : await likeItsTwin(setting, pool, one.twin, open);
  const before = onOwn();
  const base = { case: one, request: isJsonObject(request) ? request : body, expectation, before } as const;
  const defect = refusal ?? defectOf(setting, pool, one, request, expectation);
  if (defect !== undefined) return { ...base, answer: notSent(defect.why), after: before, verdict: defect };
  const answer = await sendPatiently(setting.transport, 'UpdateUserPool', body);
  const after = before === null || !pool.readable ? null : await readBack(setting, pool);
  const subject = subjectOf(one, expectation);
  const verdict = judge({ ...setting, ...subject, expectation, answer, before, after, isRepeated: true });
  return { ...base, answer, after, verdict };
}

/** On open ground: accepted, if the target accepts the twin, for then only the bound could be a reason to refuse. */
async function likeItsTwin(
  setting: CaseSetting,
  pool: ScratchPool,
  twin: JsonObject,
  open: Expectation,
): Promise<Expectation> {
  if (open.kind !== 'open') return open;
  const answer = await sendPatiently(setting.transport, 'UpdateUserPool', bodyOf({ request: twin }, pool.id));
  if (pool.readable) await readBack(setting, pool);
  return isAccepted(answer) ? { kind: 'accepted', state: [] } : open;
}

/** Brings about what a case needs; the verdict on it where that cannot be done. */
async function unfit(setting: CaseSetting, pool: ScratchPool, one: Case): Promise<Unjudged | undefined> {
  const isAboutState = setting.contract.byId.get(one.clause)?.constraint.kind === 'state';
  if (!pool.readable && (isAboutState || one.prior?.update !== undefined)) {
    return { kind: 'skipped', why: 'The target shows no pool by DescribeUserPool, and this case is about its state.' };
  }
  if (one.prior?.mfa !== undefined && setting.missing?.has('SetUserPoolMfaConfig')) {
    return { kind: 'skipped', why: 'The target has no SetUserPoolMfaConfig, by which the prior state comes about.' };
  }
  return one.prior === undefined ? undefined : bringAbout(setting, pool, one.prior);
}

/** The body of a case for a pool, byte for byte. */
export function bodyOf(one: Pick<Case, 'request' | 'raw'>, poolId: string): string {
  return withPoolId(one.raw?.body ?? jsonOf(one.request), poolId);
}

function parsed(body: string): JsonValue {
  const value = parsedJson(body);
  return value === undefined ? body : value;
}

function expected(
  { contract, region }: CaseSetting,
  pool: ScratchPool,
  request: JsonValue,
  prior: PoolState | null,
): Expectation {
  if (!isJsonObject(request)) return { kind: 'open', why: 'the body is no JSON object' };
  return expectationOf({ contract, region, request, prior, fresh: pool.fresh });
}

function notSent(why: string): Answer {
  return { kind: 'unanswered', why: 'not-sent', detail: why, ms: 0 };
}

/**
 * The generator named what the case breaks; the oracle read the body that is sent. Where the two disagree on the model the
 * defect is ours, and nothing is blamed on the target.
 */
function defectOf(
  { contract }: CaseSetting,
  { state, fresh }: ScratchPool,
  one: Case,
  request: JsonValue,
  expectation: Expectation,
): Unjudged | undefined {
  if (!isJsonObject(request) || one.phase === 'wire' || one.kept) return undefined;
  const named = one.breaks.filter((clause) => contract.byId.get(clause)?.constraint.kind !== 'rule').toSorted();
  const found = readRequest(contract.edition, request)
    .breaches.map(({ clause }) => clause)
    .toSorted();
  const missing = one.breaks.find((clause) => expectation.kind !== 'rejected' || !breaks(expectation, clause));
  const unknownPool = named.includes('user-pool-id.exists');
  const isOfOneMind = unknownPool || sameShown(named, found);
  if (missing === undefined && isOfOneMind) return undefined;
  // A rule is read on what the pool shows, and a target may show what no pool of that history should.
  if (isOfOneMind && named.length === 0 && !isLike(state, fresh)) {
    return { kind: 'skipped', why: 'On what the pool shows the request does not break what it is meant to.' };
  }
  return {
    kind: 'errored',
    why: `Our own defect: the generator says that the case breaks [${one.breaks.join(', ')}], the oracle finds [${brokenBy(expectation)}].`,
  };
}

function isLike({ members }: PoolState, fresh: PoolState): boolean {
  const { UserPoolTags: _ours, ...others } = members;
  return jsonEqual(others, fresh.members);
}

function breaks(expectation: Expectation & { readonly kind: 'rejected' }, clause: string): boolean {
  return expectation.broken.some(({ id }) => id === clause);
}

function brokenBy(expectation: Expectation): string {
  return expectation.kind === 'rejected' ? expectation.broken.map(({ id }) => id).join(', ') : '';
}

/** What a case turns out to be about: on the state that earlier cases left, it may break a rule that nobody aimed at. */
export function subjectOf(
  one: Pick<Case, 'clause' | 'member'>,
  expectation: Expectation,
): { readonly clause: string; readonly member: string } {
  const isAimedAt = expectation.kind === 'rejected' && breaks(expectation, one.clause);
  if (expectation.kind !== 'rejected' || isAimedAt || one.clause === severalFaults) return one;
  const [first] = expectation.broken;
  return first === undefined ? one : { clause: first.id, member: first.member };
}

/** Whether a pool should not be used for another case: it cannot be read, or took what nobody should have stored. */
export function isSpoiled({ case: one, expectation, before, after }: CaseOutcome): boolean {
  if (one.steps !== undefined || one.parallel !== undefined) return true;
  if (typeof after === 'string' || one.prior?.mfa !== undefined) return true;
  if (before === null || after === null || expectation.kind === 'accepted') return false;
  return changedMembers(before, after).length > 0;
}
