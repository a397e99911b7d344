import type { Case, Step } from '../../generators/cases/case.ts';
import { asSentence } from '../../specs/asSentence.ts';
import { wireDeviation } from '../judge/judgeWire.ts';
import { verdictOf } from '../judge/verdictOf.ts';
import type { Expectation } from '../oracle/expectation.ts';
import { sameShown } from '../oracle/sameShown.ts';
import type { Verdict } from '../record/record.ts';
import { type Answer, isAccepted } from '../transport/answer.ts';
import { isThrottled } from '../transport/isThrottled.ts';
import type { CaseOutcome, CaseSetting } from './caseOutcome.ts';
import { describeAnswer, refreshState, type ScratchPool } from './scratchPool.ts';
import { representativeAnswer, sendConcurrently } from './sendConcurrently.ts';

/**
 * Sends more concurrent updates than a service may accept. A refusal must be 482 or 483, and the pool must end in the state of
 * an accepted update. Accepting all of them is right too; then neither error was exercised.
 */
export async function runBurst(
  setting: CaseSetting,
  pool: ScratchPool,
  testCase: Case,
  steps: readonly Step[],
): Promise<CaseOutcome> {
  const before = pool.state;
  const { answers } = await sendConcurrently(setting.transport, pool, steps);
  const after = pool.readable ? await refreshState(setting, pool) : null;
  const answer = representativeAnswer(answers);
  const base = { case: testCase, request: { ...steps[0]?.body, UserPoolId: pool.id }, before, after: null, answer };
  const wrong = answers.find((each) => !isAccepted(each) && !isThrottled(each));
  if (wrong !== undefined)
    return { ...base, answer: wrong, expectation: throttlingExpected, verdict: wrongRefusal(setting, wrong) };
  const shown = after === null || typeof after === 'string' ? null : after.members.UserPoolTags;
  const isLeft = answers.some((each, index) => isAccepted(each) && sameShown(steps[index]?.body.UserPoolTags, shown));
  if (shown !== null && !isLeft)
    return { ...base, expectation: throttlingExpected, verdict: wrongTags(setting, `${JSON.stringify(shown)}`) };
  if (answers.some(isThrottled)) return { ...base, expectation: throttlingExpected, verdict: { kind: 'conforms' } };
  return { ...base, expectation: burstAccepted, verdict: { kind: 'undecided', why: burstAccepted.why } };
}

const throttlingExpected: Expectation = {
  kind: 'rejected',
  errors: ['ConcurrentModificationException', 'TooManyRequestsException'],
  broken: [],
};

const burstAccepted = { kind: 'open', why: 'the target took the whole burst' } as const;

function wrongRefusal({ contract }: CaseSetting, answer: Answer): Verdict {
  const isFault = answer.kind === 'unanswered' || answer.status >= 500;
  const deviations = wireDeviation(contract, {
    check: 'serial',
    kind: answer.kind === 'unanswered' ? 'no-answer' : isFault ? 'server-fault' : 'wrong-error',
    actual: `In a burst of updates one was answered: ${asSentence(describeAnswer(answer))}`,
    answerClass: 'burst',
  });
  return verdictOf(deviations, throttlingExpected);
}

function wrongTags({ contract }: CaseSetting, shown: string): Verdict {
  const deviations = wireDeviation(contract, {
    check: 'serial',
    kind: 'wrong-state',
    actual: `After a burst of updates the pool shows tags that none of the accepted ones gave it: ${shown}.`,
    answerClass: 'burst',
  });
  return verdictOf(deviations, throttlingExpected);
}
