import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import { deleteOperation, describeOperation, testedOperation } from '../../specs/operation.ts';
import { isUnimplemented } from '../judge/judge.ts';
import { type Answer, isAccepted } from '../transport/answer.ts';
import { isThrottled } from '../transport/isThrottled.ts';
import { isUnknownPool } from '../transport/isUnknownPool.ts';
import type { Transport } from '../transport/transport.ts';
import { configurationForms, configurationUpdate } from './configurationUpdate.ts';
import { sendWithRetry } from './sendWithRetry.ts';

/** Deletes a pool of the run, where there is one. */
export async function discardPool(
  transport: Transport,
  { id, isMade }: { readonly id: string; readonly isMade: boolean },
): Promise<void> {
  if (isMade) await removePool(transport, id);
}

/** Deletes a pool, lifting its deletion protection if necessary. Returns the answer to the last DeleteUserPool. */
export async function removePool(transport: Transport, id: string): Promise<Answer> {
  const answer = await deletePool(transport, id);
  if (!mayBeProtected(answer)) return answer;
  return (await liftProtection(transport, id)) ? deletePool(transport, id) : answer;
}

function deletePool(transport: Transport, id: string): Promise<Answer> {
  return sendWithRetry(transport, deleteOperation, JSON.stringify({ UserPoolId: id }), 'removal');
}

function mayBeProtected(answer: Answer): boolean {
  if (isAccepted(answer) || answer.kind === 'unanswered' || answer.status >= 500) return false;
  return !isThrottled(answer) && !isUnimplemented(answer) && !isUnknownPool(answer);
}

async function liftProtection(transport: Transport, id: string): Promise<boolean> {
  for (const requests of unprotectingUpdates(id, await describe(transport, id))) {
    for (const request of requests) {
      const answer = await transport.send(testedOperation, JSON.stringify(request), 'removal');
      if (isAccepted(answer)) return true;
      // A target may hang at a member of the whole configuration, and not at a request without it.
      if (answer.kind === 'unanswered') break;
    }
  }
  return false;
}

async function describe(transport: Transport, id: string): Promise<JsonObject | undefined> {
  const answer = await transport.send(describeOperation, JSON.stringify({ UserPoolId: id }), 'removal');
  const pool = isAccepted(answer) && isJsonObject(answer.body) ? answer.body.UserPool : undefined;
  return isJsonObject(pool) ? pool : undefined;
}

/**
 * Updates that lift the protection, in the order in which they are tried: those with all members, then those with few. A member
 * left out may be reset, and the service refuses an update if that makes others inconsistent, so the whole configuration comes first.
 */
function unprotectingUpdates(id: string, pool: JsonObject | undefined): readonly (readonly JsonObject[])[] {
  const unprotected = { DeletionProtection: 'INACTIVE' };
  const whole =
    pool === undefined
      ? []
      : configurationForms.map((form) => ({ ...configurationUpdate(id, pool, form), ...unprotected }));
  const independent = { UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [] } };
  const small = [
    { UserPoolId: id, ...independent, ...unprotected },
    { UserPoolId: id, ...unprotected },
  ];
  return [whole, small];
}
