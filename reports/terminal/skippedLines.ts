import { gathered } from '../../harness/figures/gathered.ts';
import { oneLine } from '../../harness/figures/visible.ts';
import type { RunRecord } from '../../harness/record/record.ts';
import { grouped } from '../../specs/plural.ts';
import { type Colors, labelled } from './labelled.ts';

/** Reasons that are told; the record has all of them. */
const shown = 3;

/** Why cases were not sent, the commonest reason first. */
export function skippedLines(record: RunRecord, colors: Colors, width: number): readonly string[] {
  return gathered(record)
    .skipReasons.slice(0, shown)
    .flatMap(([why, count]) => labelled('skipped', `${grouped(count)}: ${oneLine(why, 160)}`, colors, width));
}
