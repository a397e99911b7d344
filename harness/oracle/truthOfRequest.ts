import type { Condition } from '../../specs/condition.ts';
import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import { evaluate, type Truth, unknown, valueAt } from './condition.ts';

/** Whether a condition holds of a request whatever the pool shows; "unknown" where that is up to the pool. */
export function truthOfRequest(condition: Condition, request: JsonObject, region: string): Truth {
  return evaluate(condition, { request, region, result: (path) => sentAt(request, path) });
}

// What the request does not send is up to the pool.
function sentAt(request: JsonObject, path: string) {
  const sent = valueAt(request, path);
  return sent === undefined || (isJsonObject(sent) && Object.keys(sent).length === 0) ? unknown : sent;
}
