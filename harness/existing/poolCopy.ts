import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import { describeAnswer } from '../execute/scratchPool.ts';
import { isUnimplemented } from '../judge/judge.ts';
import { isAccepted } from '../transport/answer.ts';
import type { Transport } from '../transport/sdkTransport.ts';
import { sendSurely } from './sendSurely.ts';

/** The configuration of a user pool, read before anything else was sent to it. */
export interface PoolCopy {
  readonly id: string;
  /** The pool of a DescribeUserPool answer. */
  readonly pool: JsonObject;
  /** The answer of GetUserPoolMfaConfig; null where the target does not have that. */
  readonly mfa: JsonObject | null;
}

/** Reads the configuration of a pool, its factors where the target is known to show them; a sentence where it cannot be read. */
export async function poolCopy(transport: Transport, id: string, hasFactors = true): Promise<PoolCopy | string> {
  const body = { UserPoolId: id };
  const described = await sendSurely(transport, 'DescribeUserPool', body);
  const pool = isAccepted(described) && isJsonObject(described.body) ? described.body.UserPool : undefined;
  if (!isJsonObject(pool)) return `DescribeUserPool does not show ${id}: ${describeAnswer(described)}`;
  if (!hasFactors) return { id, pool, mfa: null };
  const mfa = await sendSurely(transport, 'GetUserPoolMfaConfig', body);
  if (isUnimplemented(mfa)) return { id, pool, mfa: null };
  return isAccepted(mfa)
    ? { id, pool, mfa: isJsonObject(mfa.body) ? mfa.body : {} }
    : `GetUserPoolMfaConfig does not show ${id}: ${describeAnswer(mfa)}`;
}
