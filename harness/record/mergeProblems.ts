import type { LoadedRecord } from './loadedRecord.ts';
import type { RecordHeader } from './record.ts';

/** Why records are not the shards of one run, all reasons at once and by file; none where they are. */
export function mergeProblems(loaded: readonly LoadedRecord[]): readonly string[] {
  const whole = loaded.filter(({ record }) => record.header.shard === null);
  if (whole.length > 0) return whole.map(({ path }) => `"${path}" is the record of a whole run and no shard.`);
  const foreign = differences(loaded);
  return foreign.length > 0 ? foreign : [...shardNumberProblems(loaded), ...sharedLanes(loaded)];
}

/** What has to be the same in every shard of a run. */
const sharedSettings: Readonly<Record<string, (header: RecordHeader) => unknown>> = {
  target: ({ target }) => target.id,
  edition: ({ edition }) => edition,
  basis: ({ basis }) => basis,
  seed: ({ seed }) => seed,
  region: ({ region }) => region,
  phases: ({ phases }) => phases.join(','),
  cases: ({ cases }) => cases,
  filter: ({ only }) => only ?? 'none',
  'confirmed-only': ({ confirmedOnly = false }) => confirmedOnly,
  burst: ({ burst = 0 }) => burst,
  version: ({ tool }) => tool.version,
  'number of shards': ({ shard }) => shard?.of,
};

function differences([first, ...others]: readonly LoadedRecord[]): readonly string[] {
  if (first === undefined) return [];
  return others.flatMap(({ path, record }) =>
    Object.entries(sharedSettings).flatMap(([name, read]) => {
      const [own, wanted] = [read(record.header), read(first.record.header)];
      return own === wanted ? [] : [`"${path}" has ${name} ${own}, "${first.path}" has ${wanted}: different runs.`];
    }),
  );
}

function shardNumberProblems(loaded: readonly LoadedRecord[]): readonly string[] {
  const byIndex = Map.groupBy(loaded, ({ record }) => record.header.shard?.index ?? 0);
  const of = loaded[0]?.record.header.shard?.of ?? 0;
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((index) => !byIndex.has(index));
  return [
    ...[...byIndex].flatMap(([index, group]) =>
      group.length > 1
        ? [`Shard ${index}/${of} is there more than once: ${group.map(({ path }) => `"${path}"`).join(', ')}.`]
        : [],
    ),
    ...(missing.length > 0 ? [`There is no shard ${missing.map((index) => `${index}/${of}`).join(', ')}.`] : []),
  ];
}

// A lane belongs to one shard; where two have it, one of them was split in another way.
function sharedLanes(loaded: readonly LoadedRecord[]): readonly string[] {
  const owners = new Map<string, Set<string>>();
  for (const { path, record } of loaded) {
    for (const { lane } of record.cases) owners.set(lane, (owners.get(lane) ?? new Set()).add(path));
  }
  return [...owners]
    .filter(([, paths]) => paths.size > 1)
    .map(([lane, paths]) => `The cases of lane ${lane} are in ${[...paths].map((path) => `"${path}"`).join(' and ')}.`);
}
