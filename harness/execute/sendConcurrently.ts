import type { Step } from '../../generators/cases/case.ts';
import { type Answer, isAccepted } from '../transport/answer.ts';
import type { Transport } from '../transport/sdkTransport.ts';
import type { ScratchPool } from './scratchPool.ts';

/** Sends steps to a pool at one moment; their answers stand in the order of the steps. */
export function atOneMoment(
  transport: Transport,
  pool: ScratchPool,
  steps: readonly Step[],
): Promise<readonly Answer[]> {
  return Promise.all(steps.map((step) => transport.send(step.operation, bodyFor(pool, step))));
}

/** What a step sends to a pool. */
export function bodyFor({ id }: ScratchPool, { body }: Step): string {
  return JSON.stringify({ ...body, UserPoolId: id });
}

/** The answer that stands for all of them: the first that is not accepted, or else the first. */
export function answerTold(answers: readonly Answer[]): Answer {
  return answers.find((each) => !isAccepted(each)) ?? answers[0] ?? noAnswer;
}

const noAnswer: Answer = { kind: 'unanswered', why: 'not-sent', detail: 'nothing was sent', ms: 0 };
