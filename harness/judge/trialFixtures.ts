import { contractOf } from '../../specs/contract.ts';
import type { JsonObject } from '../../specs/json.ts';
import type { PoolState } from '../oracle/poolState.ts';
import type { Answer, Unanswered } from '../transport/answer.ts';
import { readAnswer } from '../transport/readAnswer.ts';
import type { Trial } from './judge.ts';

/** The contract that the tables of this room are about. */
export const contract = contractOf('2026-11-13', 'observed');

const json: Readonly<Record<string, string>> = {
  'content-type': 'application/x-amz-json-1.1',
  'x-amzn-requestid': 'r-1',
};

/** An HTTP answer; headers replace the usual ones, undefined takes one away. */
export function answered(
  status: number,
  body: string | JsonObject,
  headers: Readonly<Record<string, string | undefined>> = {},
): Answer {
  const all = Object.entries({ ...json, ...headers }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return readAnswer(status, Object.fromEntries(all), typeof body === 'string' ? body : JSON.stringify(body), 1);
}

/** A refusal as the service words it. */
export function refused(name: string, status = 400): Answer {
  return answered(status, { __type: name, message: 'No.' });
}

export const accepted: Answer = answered(200, {});

/** No answer, and why. */
export function unanswered(why: Unanswered['why']): Answer {
  return { kind: 'unanswered', why, detail: 'ECONNRESET', ms: 1 };
}

/** A pool that shows these members. */
export function pool(members: JsonObject, fixed: JsonObject = {}): PoolState {
  return { members, factors: {}, fixed: { Id: 'us-east-1_Abcdefghi', CreationDate: 1, LastModifiedDate: 2, ...fixed } };
}

export const plainPool = pool({ UserPoolTags: { a: 'b' }, MfaConfiguration: 'OFF' });

/** A trial about PoolName's length, accepted on a pool that stays as it is, changed in some parts. */
export function trial(parts: Partial<Trial>): Trial {
  return {
    contract,
    clause: 'pool-name.max',
    member: 'PoolName',
    expectation: { kind: 'accepted', state: [] },
    answer: accepted,
    before: plainPool,
    after: plainPool,
    ...parts,
  };
}
