import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { describeOperation, type Operation } from '../../specs/operation.ts';
import { describeAnswer, scratchTag } from '../execute/scratchPool.ts';
import { isAccepted } from '../transport/answer.ts';
import { epochMilliseconds } from '../transport/epochMilliseconds.ts';
import { isUnknownPool } from '../transport/isUnknownPool.ts';
import type { Transport } from '../transport/transport.ts';
import { UserError } from '../userError.ts';

/** A pool that a run created and did not delete. */
export interface Leftover {
  readonly id: string;
  readonly name: string;
  /** How it was recognized as poolproof's. */
  readonly by: 'name' | 'tag' | 'list';
  /** The run that created it; "scratch" for runs that have no id. */
  readonly run: string;
  /** Epoch milliseconds; null where the target does not show it. */
  readonly createdAt: number | null;
  /** When it was created or updated last. */
  readonly touchedAt: number | null;
  readonly isProtected: boolean;
}

/** A run's own list of its pools. */
export interface ListedPools {
  readonly runId: string | null;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly pools: readonly string[];
}

/** The id of a run, or what stands for it where runs have none. */
export function nameOfRun({ runId, startedAt }: Pick<ListedPools, 'runId' | 'startedAt'>): string {
  return runId ?? `of ${startedAt}`;
}

/** A run id, part of the name of each of the run's pools: start time and a random suffix. */
export const runIdForm = /^\d{8}T\d{6}-[0-9a-f]{6}$/;

/** Stands for the id of runs on emulators. */
const scratchRun = 'scratch';

/**
 * Finds the pools of earlier runs: those with a name that only poolproof gives, those that carry its tag with the id of a run,
 * and those that a run lists as its own, for a case may have changed name and tags. With a run's id, only the pools of that
 * run, by name.
 */
export async function findLeftovers(
  transport: Transport,
  { list, runId }: { readonly list?: ListedPools | undefined; readonly runId?: string },
): Promise<readonly Leftover[]> {
  const found: Leftover[] = [];
  for (const { id, name } of await allPools(transport)) {
    const ownRun = runInName(name);
    if (runId !== undefined && ownRun !== runId) continue;
    const leftover = leftoverIn(id, name, list, await described(transport, id));
    if (leftover !== undefined) found.push(leftover);
  }
  return found;
}

/** The run in the name of a pool, if only poolproof gives such a name. */
function runInName(name: string): string | undefined {
  const run = name.startsWith('poolproof-') ? name.slice('poolproof-'.length) : '';
  return isRun(run) ? run : undefined;
}

function isRun(text: JsonValue | undefined): text is string {
  return typeof text === 'string' && (text === scratchRun || runIdForm.test(text));
}

function leftoverIn(id: string, name: string, list: ListedPools | undefined, pool: JsonObject): Leftover | undefined {
  const tag = isJsonObject(pool.UserPoolTags) ? pool.UserPoolTags[scratchTag] : undefined;
  const facts = factsOf(id, name, pool);
  const named = runInName(name);
  if (list?.pools.includes(id) && isSince(facts.createdAt, Date.parse(list.startedAt)))
    return { ...facts, by: 'list', run: nameOfRun(list) };
  // A pool whose tag says something else has been taken over by somebody.
  if (named !== undefined) return tag === undefined || tag === named ? { ...facts, by: 'name', run: named } : undefined;
  // Somebody may have copied the tag, so it alone does not suffice for a pool that is protected or older than its run.
  if (!isRun(tag) || facts.isProtected || !isSince(facts.createdAt, startOf(tag))) return undefined;
  return { ...facts, by: 'tag', run: tag };
}

function factsOf(id: string, name: string, pool: JsonObject): Omit<Leftover, 'by' | 'run'> {
  const createdAt = epochMilliseconds(pool.CreationDate) ?? null;
  return {
    id,
    name,
    createdAt,
    touchedAt: epochMilliseconds(pool.LastModifiedDate) ?? createdAt,
    isProtected: pool.DeletionProtection === 'ACTIVE',
  };
}

/** Clocks of target and program may differ by so many milliseconds. */
const skew = 10 * 60_000;

function isSince(createdAt: number | null, start: number): boolean {
  return createdAt === null || Number.isNaN(start) || createdAt >= start - skew;
}

/** When a run with this id began; not a number for one without. */
function startOf(run: string): number {
  const [, day = '', time = ''] = /^(\d{8})T(\d{6})/.exec(run) ?? [];
  const date = day.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3');
  return Date.parse(`${date}T${time.replace(/(\d\d)(\d\d)(\d\d)/, '$1:$2:$3')}Z`);
}

async function allPools(transport: Transport): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const pools: { id: string; name: string }[] = [];
  const tokens = new Set<string>();
  for (let token = ''; !tokens.has(token) && tokens.size < mostPages; ) {
    // A target that repeats its tokens must not cause an endless loop.
    tokens.add(token);
    const page = await sendRequired(transport, 'ListUserPools', {
      MaxResults: 60,
      ...(token === '' ? {} : { NextToken: token }),
    });
    const listed = Array.isArray(page.UserPools) ? page.UserPools.filter(isJsonObject) : [];
    // What has no id and no name of text is no pool of ours.
    pools.push(
      ...listed.flatMap(({ Id: id, Name: name }) =>
        typeof id === 'string' && typeof name === 'string' ? [{ id, name }] : [],
      ),
    );
    token = typeof page.NextToken === 'string' ? page.NextToken : '';
  }
  return pools;
}

/** Pages of 60 pools; an account has 1,000 pools unless its quota was raised, and 10,000 at most. */
const mostPages = 200;

/** A pool as it is shown; one that has been deleted meanwhile shows nothing. */
async function described(transport: Transport, id: string): Promise<JsonObject> {
  const answer = await transport.send(describeOperation, JSON.stringify({ UserPoolId: id }), 'removal');
  if (isUnknownPool(answer)) return {};
  const { UserPool } =
    isAccepted(answer) && isJsonObject(answer.body)
      ? answer.body
      : refuseSearch(describeOperation, describeAnswer(answer));
  return isJsonObject(UserPool) ? UserPool : {};
}

async function sendRequired(transport: Transport, operation: Operation, request: JsonObject): Promise<JsonObject> {
  const answer = await transport.send(operation, JSON.stringify(request), 'removal');
  return isAccepted(answer)
    ? isJsonObject(answer.body)
      ? answer.body
      : {}
    : refuseSearch(operation, describeAnswer(answer));
}

function refuseSearch(operation: Operation, answer: string): never {
  throw new UserError(
    'cannot-look',
    `${operation} was refused: ${answer}.`,
    'Without it, what is left cannot be found. Delete pools named poolproof-… by hand.',
    3,
  );
}
