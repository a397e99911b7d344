import type { Dimension } from '../../harness/figures/dimensionNames.ts';

/** What each figure of what a run tried counts, to follow "12 of 14". */
export const exploredWords: Readonly<Record<Dimension, string>> = {
  members: 'members',
  kept: 'constraints kept',
  broken: 'constraints broken',
  bounds: 'sides of bounds',
  pairs: 'pairs of members',
  present: 'parts there',
  absent: 'parts left out',
  states: 'states of a pool',
};
