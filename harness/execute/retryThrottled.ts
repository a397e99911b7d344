import type { Answer } from '../transport/answer.ts';
import type { Operation } from '../transport/operations.ts';
import type { Transport } from '../transport/sdkTransport.ts';
import { isThrottled } from '../transport/throttled.ts';

const patience = [100, 400, 1600];

/** Sends, and sends again after a pause where the target only says "not now". */
export async function sendPatiently(transport: Transport, operation: Operation, body: string): Promise<Answer> {
  let answer = await transport.send(operation, body);
  for (const pause of patience) {
    if (!isThrottled(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, pause));
    answer = await transport.send(operation, body);
  }
  return answer;
}
