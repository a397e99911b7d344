import type { Step } from '../../generators/cases/case.ts';
import { type Answer, isAccepted } from '../transport/answer.ts';
import type { Transport } from '../transport/transport.ts';
import type { ScratchPool } from './scratchPool.ts';

/** What was answered to steps that were sent concurrently. */
interface ConcurrentAnswers {
  /** In the order of the steps. */
  readonly answers: readonly Answer[];
  /** The indices of the steps in the order in which they were answered. */
  readonly answered: readonly number[];
}

/** Sends steps to a pool concurrently. */
export async function sendConcurrently(
  transport: Transport,
  pool: ScratchPool,
  steps: readonly Step[],
): Promise<ConcurrentAnswers> {
  const answered: number[] = [];
  const answers = await Promise.all(
    steps.map(async (step, index) => {
      const answer = await transport.send(step.operation, stepBody(pool, step));
      answered.push(index);
      return answer;
    }),
  );
  return { answers, answered };
}

/** The body of a step for a pool. */
export function stepBody({ id }: ScratchPool, { body }: Step): string {
  return JSON.stringify({ ...body, UserPoolId: id });
}

/** The answer to report for all of them: the first that is not accepted, else the first. */
export function representativeAnswer(answers: readonly Answer[]): Answer {
  return answers.find((each) => !isAccepted(each)) ?? answers[0] ?? noAnswer;
}

const noAnswer: Answer = { kind: 'unanswered', why: 'not-sent', detail: 'nothing was sent', ms: 0 };
