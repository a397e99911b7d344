import type { Shard } from '../record/record.ts';
import { UserError } from '../userError.ts';

/** Where a build server or a cluster says which of several equal jobs this is. */
const places = [
  { index: 'CI_NODE_INDEX', total: 'CI_NODE_TOTAL', first: 1 },
  { index: 'JOB_COMPLETION_INDEX', total: 'POOLPROOF_SHARD_TOTAL', first: 0 },
  { index: 'AWS_BATCH_JOB_ARRAY_INDEX', total: 'AWS_BATCH_JOB_ARRAY_SIZE', first: 0 },
  { index: 'CIRCLE_NODE_INDEX', total: 'CIRCLE_NODE_TOTAL', first: 0 },
  { index: 'BUILDKITE_PARALLEL_JOB', total: 'BUILDKITE_PARALLEL_JOB_COUNT', first: 0 },
] as const;

/** The shard that the environment tells of; null where it tells of none, or of a single job. */
export function shardFrom(environment: Readonly<Record<string, string | undefined>>): Shard | null {
  const place = places.find(({ index, total }) => isSaid(environment[index]) && isSaid(environment[total]));
  if (place === undefined) return null;
  const index = Number(environment[place.index]) - place.first + 1;
  const of = Number(environment[place.total]);
  if (!Number.isInteger(index) || !Number.isInteger(of) || index < 1 || index > of) {
    throw new UserError(
      'wrong-shard',
      `${place.index} is "${environment[place.index]}" and ${place.total} is "${environment[place.total]}": that is no part of a run.`,
      'Put them right, or say --shard 1/3.',
    );
  }
  return of === 1 ? null : { index, of };
}

function isSaid(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
