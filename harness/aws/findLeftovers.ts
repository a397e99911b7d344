import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { describeOperation, type Operation } from '../../specs/operation.ts';
import { describeAnswer, scratchTag } from '../execute/scratchPool.ts';
import { isAccepted } from '../transport/answer.ts';
import type { Transport } from '../transport/sdkTransport.ts';
import { UserError } from '../userError.ts';

/** A pool that a run created and did not delete. */
export interface Leftover {
  readonly id: string;
  readonly name: string;
  /** How it was recognized as poolproof's. */
  readonly by: 'name' | 'tag' | 'list';
}

/** A run id, part of the name of each of the run's pools: start time and a random suffix. */
export const runIdForm = /^\d{8}T\d{6}-[0-9a-f]{6}$/;

/**
 * Finds the pools of earlier runs: those with a name that only poolproof gives, those that carry its tag, and those in `listed`,
 * for a case may have changed name and tags. With a run's id, only the pools of that run, by name.
 */
export async function findLeftovers(
  transport: Transport,
  { listed = [], runId }: { readonly listed?: readonly string[]; readonly runId?: string },
): Promise<readonly Leftover[]> {
  const found: Leftover[] = [];
  for (const { id, name } of await allPools(transport)) {
    const by = listed.includes(id) ? 'list' : isOurName(name, runId) ? 'name' : undefined;
    const tagged = by === undefined && runId === undefined && (await isTagged(transport, id));
    if (by !== undefined || tagged) found.push({ id, name, by: by ?? 'tag' });
  }
  return found;
}

function isOurName(name: string, runId: string | undefined): boolean {
  if (!name.startsWith('poolproof-')) return false;
  const rest = name.slice('poolproof-'.length);
  return runId === undefined ? rest === 'scratch' || runIdForm.test(rest) : rest === runId;
}

async function allPools(transport: Transport): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const pools: { id: string; name: string }[] = [];
  let token: JsonValue | undefined;
  do {
    const page = await sendRequired(transport, 'ListUserPools', {
      MaxResults: 60,
      ...(token === undefined ? {} : { NextToken: token }),
    });
    const listed = Array.isArray(page.UserPools) ? page.UserPools.filter(isJsonObject) : [];
    pools.push(...listed.map(({ Id, Name }) => ({ id: String(Id), name: String(Name) })));
    // A target that repeats the same token must not cause an endless loop.
    token = page.NextToken === token ? undefined : page.NextToken;
  } while (typeof token === 'string' && token !== '');
  return pools;
}

async function isTagged(transport: Transport, id: string): Promise<boolean> {
  const { UserPool } = await sendRequired(transport, describeOperation, { UserPoolId: id });
  const tags = isJsonObject(UserPool) ? UserPool.UserPoolTags : undefined;
  return isJsonObject(tags) && typeof tags[scratchTag] === 'string';
}

async function sendRequired(transport: Transport, operation: Operation, request: JsonObject): Promise<JsonObject> {
  const answer = await transport.send(operation, JSON.stringify(request), 'removal');
  if (isAccepted(answer)) return isJsonObject(answer.body) ? answer.body : {};
  throw new UserError(
    'cannot-look',
    `${operation} was refused: ${describeAnswer(answer)}.`,
    'Without it, what is left cannot be found. Delete pools named poolproof-… by hand.',
    3,
  );
}
