import type { Shard } from '../record/record.ts';
import { UserError } from '../userError.ts';
import type { Definition } from './definition.ts';
import type { Read } from './readers.ts';
import { shardFrom } from './shardFrom.ts';

/** The setting that makes a run one part of a larger one; read from the environment of CI systems and clusters. */
export const shardDefinition: Definition<Shard | null> = {
  argument: '<i/n>',
  description: 'run the i-th of n parts; detected on GitLab, Kubernetes, AWS Batch, CircleCI and Buildkite',
  read: parseShard,
  fallback: () => shardFrom(process.env),
};

/** Throws: a shard cannot have a random seed. */
export function requireShardSeed(): never {
  throw new UserError(
    'shard-without-seed',
    'A shard needs a seed, and all shards of a run need the same.',
    'Give every one of them the same --seed, for example the number of the pipeline; or --shard 1/1 to run everything here.',
  );
}

function parseShard(text: string): ReturnType<Read<Shard | null>> {
  const [index, of] = (/^(\d+)\/(\d+)$/.exec(text)?.slice(1) ?? []).map(Number);
  if (index === undefined || of === undefined || index < 1 || index > of) {
    return { problem: `has to be a part such as 1/3, counted from 1, not "${text}"` };
  }
  return { value: of === 1 ? null : { index, of } };
}
