import type { Answer } from './answer.ts';

const names = ['TooManyRequestsException', 'ThrottlingException', 'ConcurrentModificationException'];

/** Whether an answer is a throttling error. Throttling is never a deviation. */
export function isThrottled(answer: Answer): boolean {
  return answer.kind === 'answered' && (answer.status === 429 || names.includes(answer.error ?? ''));
}
