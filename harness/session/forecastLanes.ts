import type { Lane } from '../plan/plan.ts';
import type { RunSettings } from '../settings/runSettings.ts';
import { planLanes } from './planLanes.ts';

// The second is for what is too rare to be among the first: among so many every breach is drawn.
const samples = [600, 6_000] as const;

/**
 * The plan of a run, to tell its size. To know which of very many fuzz cases are about what `only` names, all would have to be
 * drawn: the lanes are then those of fewer cases, and `fuzzScale` is how many times as many a run has.
 */
export function forecastLanes(settings: RunSettings): { readonly lanes: readonly Lane[]; readonly fuzzScale: number } {
  const { only, cases } = settings;
  const [few, more] = samples;
  if (only === undefined || cases <= few) return { lanes: planLanes(settings), fuzzScale: 1 };
  try {
    return { lanes: planLanes({ ...settings, cases: few }), fuzzScale: cases / few };
  } catch {
    const counted = Math.min(cases, more);
    return { lanes: planLanes({ ...settings, cases: counted }), fuzzScale: cases / counted };
  }
}
