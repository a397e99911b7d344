import type { Case, Step } from '../../generators/cases/case.ts';
import { asSentence } from '../../specs/asSentence.ts';
import { isJsonObject, type JsonValue } from '../../specs/json.ts';
import { deleteOperation, describeOperation, testedOperation } from '../../specs/operation.ts';
import { wireDeviation } from '../judge/judgeWire.ts';
import { shownValue } from '../judge/shownValue.ts';
import { verdictOf } from '../judge/verdictOf.ts';
import { poolStateOf } from '../oracle/poolState.ts';
import { sameShown } from '../oracle/sameShown.ts';
import type { DeviationKind, Verdict } from '../record/record.ts';
import { type Answer, isAccepted } from '../transport/answer.ts';
import { isThrottled } from '../transport/isThrottled.ts';
import { mayBeCarriedOut } from '../transport/mayBeCarriedOut.ts';
import type { CaseOutcome, CaseSetting } from './caseOutcome.ts';
import { describeAnswer, readPool, type ScratchPool } from './scratchPool.ts';
import { representativeAnswer, sendConcurrently, stepBody } from './sendConcurrently.ts';
import { sendWithRetry } from './sendWithRetry.ts';
import { withNewPool } from './withNewPool.ts';

/** The result of a few requests: the answers, and the final state of the pool. */
interface RaceResult {
  readonly answers: readonly Answer[];
  /** For each request, the error or the state that was read. */
  readonly seen: readonly JsonValue[];
  readonly end: JsonValue;
}

/**
 * Sends requests concurrently and checks whether some sequential order gives the same result. Sequential results are taken
 * from the target itself on new pools, so that its other deviations are not mistaken for race conditions.
 */
export async function runRace(
  setting: CaseSetting,
  pool: ScratchPool,
  testCase: Case,
  steps: readonly Step[],
): Promise<CaseOutcome> {
  const before = pool.state;
  const { answers, answered } = await sendConcurrently(setting.transport, pool, steps);
  const together = await raceResult(setting, pool, steps, answers);
  const likely = likelyOrder(steps, answers, answered);
  const orders = [likely, ...ordersOf(steps.length).filter((order) => !sameShown(order, likely))];
  const verdict = pool.readable ? await raceVerdict(setting, pool, steps, together, orders) : unreadable;
  const answer = representativeAnswer(together.answers);
  const request = { ...steps[0]?.body, UserPoolId: pool.id };
  return { case: testCase, request, expectation: anyOrder, answer, before, after: null, verdict };
}

const anyOrder = { kind: 'open', why: 'any order of them is right' } as const;

const unreadable: Verdict = { kind: 'skipped', why: 'The target shows no pool by DescribeUserPool.' };

function sendInOrder(
  setting: CaseSetting,
  earlier: ScratchPool,
  steps: readonly Step[],
  order: readonly number[],
): Promise<RaceResult | undefined> {
  const send = async (pool: ScratchPool) => {
    const answers: Answer[] = [];
    for (const index of order) {
      const step = steps[index];
      if (step !== undefined)
        answers[index] = await sendWithRetry(setting.transport, step.operation, stepBody(pool, step));
    }
    return raceResult(setting, pool, steps, answers);
  };
  return withNewPool(setting, send, earlier);
}

async function raceResult(
  setting: CaseSetting,
  pool: ScratchPool,
  steps: readonly Step[],
  answers: readonly Answer[],
): Promise<RaceResult> {
  const { edition } = setting.contract;
  // Its id may be another pool's by the time the race is over.
  if (steps.some(({ operation }, index) => operation === deleteOperation && isDone(answers[index])))
    pool.isMade = false;
  const end = await readPool(setting.transport, edition, pool.id, {});
  const seen = answers.map((answer, index) => resultOfStep(setting, steps[index], answer));
  return { answers, seen, end: 'failure' in end ? 'gone' : end.members };
}

function isDone(answer: Answer | undefined): boolean {
  return answer !== undefined && isAccepted(answer);
}

function resultOfStep({ contract }: CaseSetting, step: Step | undefined, answer: Answer): JsonValue {
  if (answer.kind === 'unanswered') return answer.why;
  if (answer.error !== null) return answer.error || `HTTP ${answer.status}`;
  return step?.operation === describeOperation ? describedMembers(answer.body, contract) : 'accepted';
}

function describedMembers(body: JsonValue | undefined, { edition }: CaseSetting['contract']): JsonValue {
  const pool = isJsonObject(body) ? body.UserPool : undefined;
  return isJsonObject(pool) ? poolStateOf(edition, pool).members : 'no pool';
}

async function raceVerdict(
  setting: CaseSetting,
  earlier: ScratchPool,
  steps: readonly Step[],
  together: RaceResult,
  orders: readonly (readonly number[])[],
): Promise<Verdict> {
  const unclear = unclearVerdict(steps, together);
  if (unclear !== undefined) return unclear;
  const sequential: RaceResult[] = [];
  for (const order of orders) {
    const result = await sendInOrder(setting, earlier, steps, order);
    if (result === undefined) return { kind: 'skipped', why: 'No further pool could be made to compare with.' };
    if (isSameResult(result, together)) return { kind: 'conforms' };
    sequential.push(result);
  }
  return (
    sequential.map((result) => unclearVerdict(steps, result)).find((verdict) => verdict !== undefined) ??
    raceDeviation(setting, together, sequential)
  );
}

/**
 * A throttled request shows nothing about the race, whether sent concurrently or in sequence, and neither does another operation
 * that was not answered or failed: nobody knows whether it was carried out, or will be.
 */
function unclearVerdict(steps: readonly Step[], { answers }: RaceResult): Verdict | undefined {
  const throttled = answers.find(isThrottled);
  if (throttled !== undefined)
    return {
      kind: 'inconclusive',
      why: `A request was throttled, which is allowed: ${asSentence(describeAnswer(throttled))}`,
    };
  const other = steps.find(({ operation }, index) => operation !== testedOperation && isUnclear(answers[index]));
  return other && { kind: 'inconclusive', why: `Nobody knows whether ${other.operation} was carried out.` };
}

function isUnclear(answer: Answer | undefined): boolean {
  return answer !== undefined && mayBeCarriedOut(answer);
}

function isSameResult(left: RaceResult, right: RaceResult): boolean {
  return sameShown(left.end, right.end) && left.seen.every((item, index) => sameShown(item, right.seen[index]));
}

function raceDeviation({ contract }: CaseSetting, together: RaceResult, sequential: readonly RaceResult[]): Verdict {
  const { kind, answerClass } = symptomOf(together, sequential);
  const answers = together.seen.map((item) =>
    isJsonObject(item) ? `a pool with ${shownValue(item)}` : `${shownValue(item)}`,
  );
  const actual = `At one moment the answers were ${answers.join(' and ')}, and the pool ended as ${shownValue(together.end)}; no order of the same requests gives that result.`;
  const deviations = wireDeviation(contract, { check: 'serial', kind, actual, answerClass });
  return verdictOf(deviations, anyOrder);
}

function symptomOf(
  { answers, seen, end }: RaceResult,
  sequential: readonly RaceResult[],
): { readonly kind: DeviationKind; readonly answerClass: string } {
  if (answers.some((answer) => answer.kind === 'unanswered')) return { kind: 'no-answer', answerClass: 'none' };
  const failed = answers.find((answer) => answer.kind === 'answered' && answer.status >= 500);
  if (failed !== undefined) return { kind: 'server-fault', answerClass: 'fault' };
  if (!sequential.some((result) => sameShown(result.end, end))) return { kind: 'wrong-state', answerClass: 'end' };
  const isRead = seen.some(
    (item, index) => isJsonObject(item) && !sequential.some((each) => sameShown(each.seen[index], item)),
  );
  return isRead ? { kind: 'wrong-state', answerClass: 'read' } : { kind: 'wrong-error', answerClass: 'answers' };
}

/** The order in which they were answered, as most targets carry them out, but for a deletion: what was refused came after it, all else before. */
function likelyOrder(
  steps: readonly Step[],
  answers: readonly Answer[],
  answered: readonly number[],
): readonly number[] {
  const rank = (index: number) => (isDone(answers[index]) ? Number(steps[index]?.operation === deleteOperation) : 2);
  return answered.toSorted((left, right) => rank(left) - rank(right));
}

/** All permutations of the indices below a count. */
function ordersOf(count: number): readonly (readonly number[])[] {
  const indices = Array.from({ length: count }, (_, index) => index);
  const extend = (order: readonly number[]): readonly (readonly number[])[] =>
    order.length === count
      ? [order]
      : indices.filter((index) => !order.includes(index)).flatMap((index) => extend([...order, index]));
  return extend([]);
}
