import type { Case, Step } from '../../generators/cases/case.ts';
import { isJsonObject, type JsonValue } from '../../specs/json.ts';
import { shown } from '../judge/state.ts';
import { wireDeviation } from '../judge/wire.ts';
import { poolStateOf } from '../oracle/poolState.ts';
import { sameShown } from '../oracle/sameShown.ts';
import type { DeviationKind, Verdict } from '../record/record.ts';
import type { Answer } from '../transport/answer.ts';
import { isThrottled } from '../transport/throttled.ts';
import { sendPatiently } from './retryThrottled.ts';
import type { CaseOutcome, CaseSetting } from './runUpdate.ts';
import { describeAnswer, readPool, type ScratchPool } from './scratchPool.ts';
import { answerTold, atOneMoment, bodyFor } from './sendConcurrently.ts';
import { onNewPool } from './withNewPool.ts';

/** What a few requests came to: how each was answered, and what the pool showed in the end. */
interface Course {
  readonly answers: readonly Answer[];
  /** Error or what was read, for each request. */
  readonly seen: readonly JsonValue[];
  readonly end: JsonValue;
}

/**
 * Sends requests at one moment and asks whether one after the other could have come to the same. What an order comes to is
 * learned from the target itself on new pools, so that no other fault of it is taken for one of the race.
 */
export async function runRace(
  setting: CaseSetting,
  pool: ScratchPool,
  one: Case,
  steps: readonly Step[],
): Promise<CaseOutcome> {
  const before = pool.state;
  const course = await together(setting, pool, steps);
  const verdict = pool.readable ? await verdictOn(setting, steps, course) : unreadable;
  const answer = answerTold(course.answers);
  const expectation = { kind: 'open', why: 'any order of them is right' } as const;
  const request = { ...steps[0]?.body, UserPoolId: pool.id };
  return { case: one, request, expectation, answer, before, after: null, verdict };
}

const unreadable: Verdict = { kind: 'skipped', why: 'The target shows no pool by DescribeUserPool.' };

async function together(setting: CaseSetting, pool: ScratchPool, steps: readonly Step[]): Promise<Course> {
  const answers = await atOneMoment(setting.transport, pool, steps);
  return courseOf(setting, pool, steps, answers);
}

function inOrder(setting: CaseSetting, steps: readonly Step[], order: readonly number[]): Promise<Course | undefined> {
  return onNewPool(setting, async (pool) => {
    const answers: Answer[] = [];
    for (const index of order) {
      const step = steps[index];
      if (step !== undefined)
        answers[index] = await sendPatiently(setting.transport, step.operation, bodyFor(pool, step));
    }
    return courseOf(setting, pool, steps, answers);
  });
}

async function courseOf(
  setting: CaseSetting,
  pool: ScratchPool,
  steps: readonly Step[],
  answers: readonly Answer[],
): Promise<Course> {
  const { edition } = setting.contract;
  const end = await readPool(setting.transport, edition, pool.id, {});
  const seen = answers.map((answer, index) => outcomeOf(setting, steps[index], answer));
  return { answers, seen, end: 'trouble' in end ? 'gone' : end.members };
}

function outcomeOf({ contract }: CaseSetting, step: Step | undefined, answer: Answer): JsonValue {
  if (answer.kind === 'unanswered') return answer.why;
  if (answer.error !== null) return answer.error || `HTTP ${answer.status}`;
  return step?.operation === 'DescribeUserPool' ? membersIn(answer.body, contract) : 'accepted';
}

function membersIn(body: JsonValue | undefined, { edition }: CaseSetting['contract']): JsonValue {
  const pool = isJsonObject(body) ? body.UserPool : undefined;
  return isJsonObject(pool) ? poolStateOf(edition, pool).members : 'no pool';
}

async function verdictOn(setting: CaseSetting, steps: readonly Step[], course: Course): Promise<Verdict> {
  const told = toldToWait(course);
  if (told !== undefined) return told;
  const known: Course[] = [];
  for (const order of ordersOf(steps.length)) {
    const one = await inOrder(setting, steps, order);
    if (one === undefined) return { kind: 'skipped', why: 'No further pool could be made to compare with.' };
    if (isSame(one, course)) return { kind: 'conforms' };
    known.push(one);
  }
  return known.map(toldToWait).find((verdict) => verdict !== undefined) ?? departure(setting, course, known);
}

/** What was throttled says nothing of the requests, neither at one moment nor one after the other. */
function toldToWait({ answers }: Course): Verdict | undefined {
  const throttled = answers.find(isThrottled);
  if (throttled === undefined) return undefined;
  return { kind: 'inconclusive', why: `One was told to wait, as it may be: ${describeAnswer(throttled)}.` };
}

function isSame(left: Course, right: Course): boolean {
  return sameShown(left.end, right.end) && left.seen.every((one, index) => sameShown(one, right.seen[index]));
}

function departure({ contract }: CaseSetting, course: Course, known: readonly Course[]): Verdict {
  const { kind, answerClass } = symptomOf(course, known);
  const came = course.seen.map((one) => (isJsonObject(one) ? `a pool with ${shown(one)}` : `${shown(one)}`));
  const actual = `At one moment the answers were ${came.join(' and ')}, and the pool ended as ${shown(course.end)}; no order of the same requests comes to that.`;
  const deviations = wireDeviation(contract, { check: 'serial', kind, actual, answerClass });
  return { kind: 'deviates', deviations };
}

function symptomOf(
  { answers, seen, end }: Course,
  known: readonly Course[],
): { readonly kind: DeviationKind; readonly answerClass: string } {
  if (answers.some((answer) => answer.kind === 'unanswered')) return { kind: 'no-answer', answerClass: 'none' };
  const fault = answers.find((answer) => answer.kind === 'answered' && answer.status >= 500);
  if (fault !== undefined) return { kind: 'server-fault', answerClass: 'fault' };
  if (!known.some((one) => sameShown(one.end, end))) return { kind: 'wrong-state', answerClass: 'end' };
  const isRead = seen.some(
    (one, index) => isJsonObject(one) && !known.some((each) => sameShown(each.seen[index], one)),
  );
  return isRead ? { kind: 'wrong-state', answerClass: 'read' } : { kind: 'wrong-error', answerClass: 'answers' };
}

/** Every order of so many things. */
function ordersOf(count: number): readonly (readonly number[])[] {
  const indices = Array.from({ length: count }, (_, index) => index);
  const extend = (order: readonly number[]): readonly (readonly number[])[] =>
    order.length === count
      ? [order]
      : indices.filter((index) => !order.includes(index)).flatMap((index) => extend([...order, index]));
  return extend([]);
}
