import { caseFigures } from '../../harness/figures/caseFigures.ts';
import { oneLine } from '../../harness/figures/visibleText.ts';
import type { RunRecord } from '../../harness/record/record.ts';
import { grouped } from '../../specs/plural.ts';
import { type Colors, labelledLines } from './labelledLines.ts';

/** Most reasons listed; the record has all of them. */
const mostReasons = 3;

/** Why cases were not sent, the commonest reason first. */
export function skippedLines(record: RunRecord, colors: Colors, width: number): readonly string[] {
  return caseFigures(record)
    .skipReasons.slice(0, mostReasons)
    .flatMap(([why, count]) => labelledLines('skipped', `${grouped(count)}: ${oneLine(why, 160)}`, colors, width));
}
