import { setTimeout as wait } from 'node:timers/promises';
import { createOperation, type Operation } from '../../specs/operation.ts';
import type { Answer } from '../transport/answer.ts';
import { isThrottled } from '../transport/isThrottled.ts';
import type { Purpose, Transport } from '../transport/transport.ts';

const backoff = [100, 400, 1600];

/** Sends a request, and retries with backoff while the target throttles or has as many pools as it may have. */
export async function sendWithRetry(
  transport: Transport,
  operation: Operation,
  body: string,
  purpose?: Purpose,
): Promise<Answer> {
  let answer = await transport.send(operation, body, purpose);
  for (const pause of backoff) {
    if (!isThrottled(answer) && !isPoolLimit(operation, answer)) return answer;
    await wait(pause);
    answer = await transport.send(operation, body, purpose);
  }
  return answer;
}

/** Whether a creation is refused because there are as many pools as there may be; other lanes delete pools all the time. */
export function isPoolLimit(operation: Operation, answer: Answer): boolean {
  return operation === createOperation && answer.kind === 'answered' && answer.error === 'LimitExceededException';
}
