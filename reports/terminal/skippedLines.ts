import type { CaseLine } from '../../harness/record.ts';
import { grouped } from '../text/plural.ts';
import { oneLine } from '../text/visible.ts';
import { type Colors, labelled } from './labelled.ts';

/** Reasons that are told; the record has all of them. */
const shown = 3;

/** Why cases were not sent, the commonest reason first. */
export function skippedLines(cases: readonly CaseLine[], colors: Colors, width: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const { verdict } of cases) {
    if (verdict.kind === 'skipped') counts.set(verdict.why, (counts.get(verdict.why) ?? 0) + 1);
  }
  const reasons = [...counts].toSorted(([, left], [, right]) => right - left);
  return reasons
    .slice(0, shown)
    .flatMap(([why, count]) => labelled('skipped', `${grouped(count)}: ${oneLine(why, 160)}`, colors, width));
}
