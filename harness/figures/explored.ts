import type { RunRecord } from '../record/record.ts';
import { caseFigures } from './caseFigures.ts';
import { type Dimension, dimensionNames } from './dimensionNames.ts';
import { dimensionsOf } from './dimensions.ts';

/** One way to look at what a run tried: how much of it, and what not. */
export interface Explored {
  readonly name: Dimension;
  readonly tried: number;
  readonly of: number;
  /** What was not tried. */
  readonly not: readonly string[];
}

/** How much of the contract a run tried, whatever the results: faults in untried parts stay unseen. */
export function exploredBy(record: RunRecord): readonly Explored[] {
  const seen = caseFigures(record).seen;
  const dimensions = dimensionsOf(record.header);
  return dimensionNames.map((name) => {
    const all = dimensions[name];
    const not = all.filter((item) => !seen[name].has(item));
    return { name, tried: all.length - not.length, of: all.length, not };
  });
}
