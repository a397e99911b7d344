import type { Answer } from './answer.ts';

/** The names at which every AWS SDK waits and tries again, but for those that are quotas, and the conflict of two updates. */
const names = [
  'TooManyRequestsException',
  'ThrottlingException',
  'Throttling',
  'ThrottledException',
  'RequestThrottled',
  'RequestThrottledException',
  'RequestLimitExceeded',
  'BandwidthLimitExceeded',
  'SlowDown',
  'ConcurrentModificationException',
];

/** Whether an answer is a throttling error. Throttling is never a deviation. */
export function isThrottled(answer: Answer): boolean {
  return answer.kind === 'answered' && (answer.status === 429 || names.includes(answer.error ?? ''));
}
