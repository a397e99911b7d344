import type { Collector } from './collector.ts';

/** Why cases were skipped, with how many, the commonest reason first. */
export function skipReasons(): Collector<readonly (readonly [why: string, count: number])[]> {
  const counts = new Map<string, number>();
  return {
    take: ({ verdict }) => {
      if (verdict.kind === 'skipped') counts.set(verdict.why, (counts.get(verdict.why) ?? 0) + 1);
    },
    result: () => [...counts].toSorted(([, left], [, right]) => right - left),
  };
}
