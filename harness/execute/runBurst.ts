import type { Case, Step } from '../../generators/cases/case.ts';
import { wireDeviation } from '../judge/wire.ts';
import type { Expectation } from '../oracle/expectation.ts';
import { sameShown } from '../oracle/sameShown.ts';
import type { Verdict } from '../record/record.ts';
import { type Answer, isAccepted } from '../transport/answer.ts';
import { isThrottled } from '../transport/throttled.ts';
import type { CaseOutcome, CaseSetting } from './runUpdate.ts';
import { describeAnswer, readBack, type ScratchPool } from './scratchPool.ts';
import { answerTold, atOneMoment } from './sendConcurrently.ts';

/**
 * Sends more updates at one moment than a service may want. Whoever refuses one says 482 or 483, and the pool ends as one of the
 * accepted ones left it; whoever takes them all is right too, and neither error was provoked.
 */
export async function runBurst(
  setting: CaseSetting,
  pool: ScratchPool,
  one: Case,
  steps: readonly Step[],
): Promise<CaseOutcome> {
  const before = pool.state;
  const answers = await atOneMoment(setting.transport, pool, steps);
  const after = pool.readable ? await readBack(setting, pool) : null;
  const answer = answerTold(answers);
  const base = { case: one, request: { ...steps[0]?.body, UserPoolId: pool.id }, before, after: null, answer };
  const wrong = answers.find((each) => !isAccepted(each) && !isThrottled(each));
  if (wrong !== undefined)
    return { ...base, answer: wrong, expectation: asked, verdict: refusedWrongly(setting, wrong) };
  const shown = after === null || typeof after === 'string' ? null : after.members.UserPoolTags;
  const isLeft = answers.some((each, index) => isAccepted(each) && sameShown(steps[index]?.body.UserPoolTags, shown));
  if (shown !== null && !isLeft)
    return { ...base, expectation: asked, verdict: torn(setting, `${JSON.stringify(shown)}`) };
  if (answers.some(isThrottled)) return { ...base, expectation: asked, verdict: { kind: 'conforms' } };
  return { ...base, expectation: takenWhole, verdict: { kind: 'undecided', why: takenWhole.why } };
}

const asked: Expectation = {
  kind: 'rejected',
  errors: ['ConcurrentModificationException', 'TooManyRequestsException'],
  broken: [],
};

const takenWhole = { kind: 'open', why: 'the target took the whole burst' } as const;

function refusedWrongly({ contract }: CaseSetting, answer: Answer): Verdict {
  const isFault = answer.kind === 'unanswered' || answer.status >= 500;
  const deviations = wireDeviation(contract, {
    check: 'serial',
    kind: answer.kind === 'unanswered' ? 'no-answer' : isFault ? 'server-fault' : 'wrong-error',
    actual: `In a burst of updates one was answered: ${describeAnswer(answer)}.`,
    answerClass: 'burst',
  });
  return { kind: 'deviates', deviations };
}

function torn({ contract }: CaseSetting, shown: string): Verdict {
  const deviations = wireDeviation(contract, {
    check: 'serial',
    kind: 'wrong-state',
    actual: `After a burst of updates the pool shows tags that none of the accepted ones gave it: ${shown}.`,
    answerClass: 'burst',
  });
  return { kind: 'deviates', deviations };
}
