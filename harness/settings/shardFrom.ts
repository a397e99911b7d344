import type { Shard } from '../record/record.ts';
import { UserError } from '../userError.ts';

/** The variables in which CI systems and clusters say which of several parallel jobs this is. */
const providers = [
  { index: 'CI_NODE_INDEX', total: 'CI_NODE_TOTAL', first: 1 },
  { index: 'JOB_COMPLETION_INDEX', total: 'POOLPROOF_SHARD_TOTAL', first: 0 },
  { index: 'AWS_BATCH_JOB_ARRAY_INDEX', total: 'AWS_BATCH_JOB_ARRAY_SIZE', first: 0 },
  { index: 'CIRCLE_NODE_INDEX', total: 'CIRCLE_NODE_TOTAL', first: 0 },
  { index: 'BUILDKITE_PARALLEL_JOB', total: 'BUILDKITE_PARALLEL_JOB_COUNT', first: 0 },
] as const;

/** The shard that the environment names; null where it names none, or a single job. */
export function shardFrom(environment: Readonly<Record<string, string | undefined>>): Shard | null {
  const place = providers.find(({ index, total }) => isSet(environment[index]) && isSet(environment[total]));
  if (place === undefined) return null;
  const index = Number(environment[place.index]) - place.first + 1;
  const of = Number(environment[place.total]);
  if (!Number.isInteger(index) || !Number.isInteger(of) || index < 1 || index > of) {
    throw new UserError(
      'wrong-shard',
      `${place.index} is "${environment[place.index]}" and ${place.total} is "${environment[place.total]}": that is not a part of a run.`,
      'Correct them, or give --shard 1/3.',
    );
  }
  return of === 1 ? null : { index, of };
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
