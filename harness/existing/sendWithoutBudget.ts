import { setTimeout as pause } from 'node:timers/promises';
import type { JsonObject } from '../../specs/json.ts';
import type { Operation } from '../../specs/operation.ts';
import { isUnimplemented } from '../judge/judge.ts';
import type { Answer } from '../transport/answer.ts';
import { isThrottled } from '../transport/isThrottled.ts';
import type { Transport } from '../transport/transport.ts';

/** Milliseconds before each retry. */
const backoff = [100, 400, 1600, 3000];

/**
 * Sends a request that the safety of an existing pool depends on: retried after throttling, server faults and timeouts,
 * regardless of the request budget, and also after the run has ended.
 */
export async function sendWithoutBudget(
  transport: Transport,
  operation: Operation,
  request: JsonObject,
): Promise<Answer> {
  const body = JSON.stringify(request);
  let answer = await transport.send(operation, body, 'removal');
  for (const wait of backoff) {
    if (!isTransient(answer)) return answer;
    await pause(wait);
    answer = await transport.send(operation, body, 'removal');
  }
  return answer;
}

function isTransient(answer: Answer): boolean {
  if (answer.kind === 'unanswered') return answer.why === 'timeout' || answer.why === 'reset';
  if (isUnimplemented(answer)) return false;
  return isThrottled(answer) || (answer.status >= 500 && answer.status !== 501);
}
