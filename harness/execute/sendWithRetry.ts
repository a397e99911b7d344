import type { Operation } from '../../specs/operation.ts';
import type { Answer } from '../transport/answer.ts';
import { isThrottled } from '../transport/isThrottled.ts';
import type { Transport } from '../transport/transport.ts';

const backoff = [100, 400, 1600];

/** Sends a request, and retries with backoff while the target throttles. */
export async function sendWithRetry(transport: Transport, operation: Operation, body: string): Promise<Answer> {
  let answer = await transport.send(operation, body);
  for (const pause of backoff) {
    if (!isThrottled(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, pause));
    answer = await transport.send(operation, body);
  }
  return answer;
}
