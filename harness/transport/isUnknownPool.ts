import type { Answer } from './answer.ts';

/** Whether the target says that there is no such pool. */
export function isUnknownPool(answer: Answer): boolean {
  return answer.kind === 'answered' && answer.error === 'ResourceNotFoundException';
}
