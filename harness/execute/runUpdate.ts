import { type Case, requestJson, requestWithPoolId, withPoolId } from '../../generators/cases/case.ts';
import { severalBreachesClause } from '../../generators/cases/severalBreachesClause.ts';
import { isJsonObject, type JsonObject, type JsonValue, jsonEqual, parsedJson } from '../../specs/json.ts';
import { testedOperation } from '../../specs/operation.ts';
import { judge } from '../judge/judge.ts';
import { changedMembers } from '../judge/judgeState.ts';
import { readRequest } from '../oracle/breaches.ts';
import { type Expectation, expectationOf } from '../oracle/expectation.ts';
import type { PoolState } from '../oracle/poolState.ts';
import { sameShown } from '../oracle/sameShown.ts';
import { truthOfRequest } from '../oracle/truthOfRequest.ts';
import { type Answer, isAccepted } from '../transport/answer.ts';
import { requestsFor } from '../transport/countedTransport.ts';
import { applyPriorState } from './applyPriorState.ts';
import type { CaseOutcome, CaseSetting, NotJudged } from './caseOutcome.ts';
import { needsState } from './needsState.ts';
import { noteUnseen, refreshState, type ScratchPool } from './scratchPool.ts';
import { sendWithRetry } from './sendWithRetry.ts';

/** Puts the pool into the case's prior state, sends the case, reads the pool and judges. Updates `pool.state`. */
export async function runUpdate(setting: CaseSetting, pool: ScratchPool, testCase: Case): Promise<CaseOutcome> {
  const refusal = await preparePool(setting, pool, testCase);
  const body = caseBody(testCase, pool.id);
  const request = testCase.raw?.body === undefined ? requestWithPoolId(testCase.request, pool.id) : parsed(body);
  const isOwn = isJsonObject(request) && request.UserPoolId === pool.id;
  const onOwn = () => (isOwn ? pool.state : null);
  const open = expectationOnPool(setting, pool, request, onOwn());
  const expectation =
    testCase.withinBound === undefined ? open : await expectationFromWithin(setting, pool, testCase.withinBound, open);
  const before = onOwn();
  const base = { case: testCase, request: isJsonObject(request) ? request : body, expectation, before } as const;
  const defect =
    refusal ??
    unseenState(setting, pool, testCase, expectation) ??
    defectOf(setting, pool, testCase, request, expectation);
  if (defect !== undefined) return { ...base, answer: notSent(defect.why), after: before, verdict: defect };
  const answer = await sendWithRetry(setting.transport, testedOperation, body);
  if (setting.putsOffReading && !isAccepted(answer)) {
    const unread = judgedUpdate(setting, { ...base, answer, after: null });
    if (unread.verdict.kind === 'conforms') return { ...unread, isUnread: true };
  }
  if (isAccepted(answer)) noteUnseen(pool, request);
  const isIgnored = setting.ignoresAccepted && isAccepted(answer);
  const after = before === null || !pool.readable || isIgnored ? null : await refreshState(setting, pool);
  return judgedUpdate(setting, { ...base, answer, after });
}

/** The outcome of an update, judged by what the pool shows afterwards. */
export function judgedUpdate(
  setting: CaseSetting,
  { isUnread: _nowRead, ...outcome }: Omit<CaseOutcome, 'verdict'>,
): CaseOutcome {
  const subject = subjectOf(outcome.case, outcome.expectation);
  return { ...outcome, verdict: judge({ ...setting, ...subject, ...outcome, isRepeated: true }) };
}

/** Where the contract is silent: accepted if the target accepts the request within the bound, since only the bound could then be a reason to refuse. */
async function expectationFromWithin(
  setting: CaseSetting,
  pool: ScratchPool,
  withinBound: JsonObject,
  open: Expectation,
): Promise<Expectation> {
  if (open.kind !== 'open') return open;
  const answer = await sendWithRetry(
    requestsFor(setting.transport, 'twins'),
    testedOperation,
    caseBody({ request: withinBound }, pool.id),
  );
  if (pool.readable) await refreshState(setting, pool);
  return isAccepted(answer) ? { kind: 'accepted', state: [] } : open;
}

const hiddenState: NotJudged = {
  kind: 'skipped',
  why: 'The target shows no pool by DescribeUserPool, and this case is about its state.',
};

// Whatever the case is about: a rule on what the pool has is no reason to expect a refusal where nobody sees what it has.
function unseenState(
  setting: CaseSetting,
  { readable }: ScratchPool,
  testCase: Case,
  expectation: Expectation,
): NotJudged | undefined {
  if (readable) return undefined;
  if (expectation.kind === 'open' && testCase.breaks.length > 0) return hiddenState;
  if (expectation.kind !== 'rejected' || expectation.broken.length === 0) return undefined;
  const isHidden = expectation.broken.every(({ id }) => needsState(setting, { ...testCase, clause: id, breaks: [] }));
  return isHidden ? hiddenState : undefined;
}

/** Prepares the pool for a case; returns a verdict if that is impossible. */
async function preparePool(setting: CaseSetting, pool: ScratchPool, testCase: Case): Promise<NotJudged | undefined> {
  if (!pool.readable && (testCase.prior?.update !== undefined || needsState(setting, testCase))) {
    return hiddenState;
  }
  if (testCase.prior?.mfa !== undefined && setting.missing?.has('SetUserPoolMfaConfig')) {
    return { kind: 'skipped', why: 'The target has no SetUserPoolMfaConfig, which the prior state needs.' };
  }
  return testCase.prior === undefined ? undefined : applyPriorState(setting, pool, testCase.prior);
}

/** The body of a case for a pool, byte for byte. */
export function caseBody(testCase: Pick<Case, 'request' | 'raw'>, poolId: string): string {
  return withPoolId(testCase.raw?.body ?? requestJson(testCase.request), poolId);
}

function parsed(body: string): JsonValue {
  const value = parsedJson(body);
  return value === undefined ? body : value;
}

function expectationOnPool(
  { contract, region }: CaseSetting,
  pool: ScratchPool,
  request: JsonValue,
  prior: PoolState | null,
): Expectation {
  if (!isJsonObject(request)) return { kind: 'open', why: 'the body is not a JSON object' };
  return expectationOf({ contract, region, request, prior, fresh: pool.fresh });
}

function notSent(why: string): Answer {
  return { kind: 'unanswered', why: 'not-sent', detail: why, ms: 0 };
}

/**
 * Compares what the generator says the case breaks with what the oracle finds in the body. A disagreement is a defect of
 * poolproof, never of the target.
 */
function defectOf(
  { contract, region }: CaseSetting,
  { state, fresh }: ScratchPool,
  testCase: Case,
  request: JsonValue,
  expectation: Expectation,
): NotJudged | undefined {
  if (!isJsonObject(request) || testCase.phase === 'wire' || testCase.kept) return undefined;
  const found = readRequest(contract.edition, request)
    .breaches.map(({ clause }) => clause)
    .toSorted();
  const isAroundId = request.UserPoolId !== testCase.request.UserPoolId;
  if (isAroundId && found.includes(tooLong) && !testCase.breaks.includes(tooLong)) {
    return {
      kind: 'skipped',
      why: 'The ids of this target are so long that the request breaks another clause as well.',
    };
  }
  // What stands around the id of the pool is too long or not, as the target's ids are.
  const isShort = isAroundId && testCase.clause !== tooLong && !found.includes(tooLong);
  const meant = testCase.breaks.filter((clause) => !isShort || clause !== tooLong);
  const named = meant.filter((clause) => contract.byId.get(clause)?.constraint.kind !== 'rule').toSorted();
  const missing = meant.find((clause) => expectation.kind !== 'rejected' || !breaks(expectation, clause));
  const unknownPool = named.includes('user-pool-id.exists');
  const isValid = testCase.breaks.length > 0 || !breaksRuleAlone(expectation, request, region);
  const isOfOneMind = (unknownPool || sameShown(named, found)) && isValid;
  if (missing === undefined && isOfOneMind) return undefined;
  // Rules are evaluated on what the pool shows, and a target may show a state it should not be in.
  if (isOfOneMind && named.length === 0 && !hasMembersOf(state, fresh)) {
    return { kind: 'skipped', why: 'On what the pool shows the request does not break what it is meant to.' };
  }
  return {
    kind: 'errored',
    why: `Our own defect: the generator says that the case breaks [${testCase.breaks.join(', ')}], the oracle finds [${brokenBy(expectation)}].`,
  };
}

const tooLong = 'user-pool-id.max';

// Given the state that earlier cases left, a request may break a rule that it would keep on another pool.
function breaksRuleAlone(expectation: Expectation, request: JsonObject, region: string): boolean {
  return (
    expectation.kind === 'rejected' &&
    expectation.broken.some(
      ({ constraint }) => constraint.kind === 'rule' && truthOfRequest(constraint.breach, request, region) === true,
    )
  );
}

function hasMembersOf({ members }: PoolState, fresh: PoolState): boolean {
  const { UserPoolTags: _ours, ...others } = members;
  return jsonEqual(others, fresh.members);
}

function breaks(expectation: Expectation & { readonly kind: 'rejected' }, clause: string): boolean {
  return expectation.broken.some(({ id }) => id === clause);
}

function brokenBy(expectation: Expectation): string {
  return expectation.kind === 'rejected' ? expectation.broken.map(({ id }) => id).join(', ') : '';
}

/** What a case is about: given the state left by earlier cases, it may break a rule other than the intended one. */
export function subjectOf(
  testCase: Pick<Case, 'clause' | 'member'>,
  expectation: Expectation,
): { readonly clause: string; readonly member: string } {
  const isAimedAt = expectation.kind === 'rejected' && breaks(expectation, testCase.clause);
  if (expectation.kind !== 'rejected' || isAimedAt || testCase.clause === severalBreachesClause) return testCase;
  const [first] = expectation.broken;
  return first === undefined ? testCase : { clause: first.id, member: first.member };
}

/** Whether a pool must not be reused: it cannot be read, or it stored what it should have refused, or nobody knows what it has. */
export function isSpoiled({ case: testCase, expectation, before, after, verdict }: CaseOutcome): boolean {
  if (testCase.steps !== undefined || testCase.parallel !== undefined) return true;
  if (typeof after === 'string') return true;
  // Where factors were refused, the update before them may have been taken, and some of them.
  if (testCase.prior?.mfa !== undefined && verdict.kind === 'skipped') return true;
  if (before === null || after === null || expectation.kind === 'accepted') return false;
  return changedMembers(before, after).length > 0;
}
