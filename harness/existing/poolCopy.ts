import { asSentence } from '../../specs/asSentence.ts';
import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import { describeOperation } from '../../specs/operation.ts';
import { describeAnswer } from '../execute/scratchPool.ts';
import { isUnimplemented } from '../judge/judge.ts';
import { isAccepted } from '../transport/answer.ts';
import type { Transport } from '../transport/transport.ts';
import { sendWithoutBudget } from './sendWithoutBudget.ts';

/** The configuration of a user pool, read before any request changes it. */
export interface PoolCopy {
  readonly id: string;
  /** `UserPool` of the DescribeUserPool answer. */
  readonly pool: JsonObject;
  /** The GetUserPoolMfaConfig answer; null if the target does not implement it. */
  readonly mfa: JsonObject | null;
}

/** Reads the configuration of a pool, with its factors if the target shows them; a sentence if it cannot be read. */
export async function poolCopy(transport: Transport, id: string, hasFactors = true): Promise<PoolCopy | string> {
  const body = { UserPoolId: id };
  const described = await sendWithoutBudget(transport, describeOperation, body);
  const pool = isAccepted(described) && isJsonObject(described.body) ? described.body.UserPool : undefined;
  if (!isJsonObject(pool)) return asSentence(`DescribeUserPool does not show ${id}: ${describeAnswer(described)}`);
  if (!hasFactors) return { id, pool, mfa: null };
  const mfa = await sendWithoutBudget(transport, 'GetUserPoolMfaConfig', body);
  if (isUnimplemented(mfa)) return { id, pool, mfa: null };
  return isAccepted(mfa)
    ? { id, pool, mfa: isJsonObject(mfa.body) ? mfa.body : {} }
    : asSentence(`GetUserPoolMfaConfig does not show ${id}: ${describeAnswer(mfa)}`);
}
