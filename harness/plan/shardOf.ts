import type { Shard } from '../record/record.ts';
import type { Lane } from './plan.ts';

/**
 * The lanes of one shard. Lanes stay whole, because a case depends on the cases before it; the longest are assigned first, each
 * to the shard with the fewest cases. The same plan gives the same split everywhere.
 */
export function lanesOfShard(lanes: readonly Lane[], shard: Shard | null): readonly Lane[] {
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
