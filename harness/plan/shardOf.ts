import type { Shard } from '../record/record.ts';
import type { Lane } from './plan.ts';

/**
 * The lanes of one shard. Lanes stay whole, for what a case does hangs on the cases before it; the longest are dealt first, each
 * to the shard that has least to do. The same plan gives the same split everywhere.
 */
export function shardOf(lanes: readonly Lane[], shard: Shard | null): readonly Lane[] {
  if (shard === null) return lanes;
  const loads = Array.from({ length: shard.of }, () => 0);
  const own = new Set<Lane>();
  for (const lane of lanes.toSorted((left, right) => right.cases.length - left.cases.length)) {
    const least = loads.indexOf(Math.min(...loads));
    loads[least] = (loads[least] ?? 0) + lane.cases.length;
    if (least === shard.index - 1) own.add(lane);
  }
  return lanes.filter((lane) => own.has(lane));
}
