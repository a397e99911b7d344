import { setTimeout as pause } from 'node:timers/promises';
import type { JsonObject } from '../../specs/json.ts';
import { isUnimplemented } from '../judge/judge.ts';
import type { Answer } from '../transport/answer.ts';
import type { Operation } from '../transport/operations.ts';
import type { Transport } from '../transport/sdkTransport.ts';
import { isThrottled } from '../transport/throttled.ts';

/** Milliseconds before each further try. */
const patience = [100, 400, 1600, 3000];

/**
 * Sends what somebody else's pool depends on: again after throttling, faults and silence, whatever the budget, and also when
 * the run is over.
 */
export async function sendSurely(transport: Transport, operation: Operation, request: JsonObject): Promise<Answer> {
  const body = JSON.stringify(request);
  let answer = await transport.send(operation, body, 'removal');
  for (const wait of patience) {
    if (!mayPass(answer)) return answer;
    await pause(wait);
    answer = await transport.send(operation, body, 'removal');
  }
  return answer;
}

function mayPass(answer: Answer): boolean {
  if (answer.kind === 'unanswered') return answer.why === 'timeout' || answer.why === 'reset';
  if (isUnimplemented(answer)) return false;
  return isThrottled(answer) || (answer.status >= 500 && answer.status !== 501);
}
