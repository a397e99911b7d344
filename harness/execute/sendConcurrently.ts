import type { Step } from '../../generators/cases/case.ts';
import { type Answer, isAccepted } from '../transport/answer.ts';
import type { Transport } from '../transport/transport.ts';
import type { ScratchPool } from './scratchPool.ts';

/** Sends steps to a pool concurrently; answers are in the order of the steps. */
export function sendConcurrently(
  transport: Transport,
  pool: ScratchPool,
  steps: readonly Step[],
): Promise<readonly Answer[]> {
  return Promise.all(steps.map((step) => transport.send(step.operation, stepBody(pool, step))));
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
