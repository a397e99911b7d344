import type { Answer } from './answer.ts';

/** Whether an answer leaves open if the operation was carried out, or will be. */
export function mayBeCarriedOut(answer: Answer): boolean {
  return answer.kind === 'unanswered' || answer.status >= 500;
}
