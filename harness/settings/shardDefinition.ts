import type { Shard } from '../record/record.ts';
import { UserError } from '../userError.ts';
import type { Read } from './readers.ts';
import type { Definition } from './settings.ts';
import { shardFrom } from './shardFrom.ts';

/** The setting that makes a run one part of a larger one; build servers and clusters tell it by themselves. */
export const shardDefinition: Definition<Shard | null> = {
  argument: '<i/n>',
  says: 'run the i-th of n parts; taken from GitLab, Kubernetes, AWS Batch, CircleCI and Buildkite by itself',
  read: shardOf,
  fallback: () => shardFrom(process.env),
};

/** The seed of a shard where nobody has said one. */
export function seedOfShard(): never {
  throw new UserError(
    'shard-without-seed',
    'A shard needs a seed: the shards of a run have to have the same.',
    'Give every one of them the same --seed, for example the number of the pipeline; or --shard 1/1 to run everything here.',
  );
}

function shardOf(text: string): ReturnType<Read<Shard | null>> {
  const [index, of] = (/^(\d+)\/(\d+)$/.exec(text)?.slice(1) ?? []).map(Number);
  if (index === undefined || of === undefined || index < 1 || index > of) {
    return { problem: `has to be a part such as 1/3, counted from 1, not "${text}"` };
  }
  return { value: of === 1 ? null : { index, of } };
}
