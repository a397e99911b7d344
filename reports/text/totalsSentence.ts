import type { Summary } from '../../harness/figures/summary.ts';
import { grouped } from '../../specs/plural.ts';
import { verdictWord } from './verdictWord.ts';

const kinds = ['conforms', 'deviates', 'undecided', 'inconclusive', 'unsupported', 'skipped', 'errored'] as const;

/** How many cases there were, and how many of each verdict that any of them has: the parts add up. */
export function totalsSentence(totals: Summary['totals']): string {
  const counts = kinds
    .filter((kind) => totals[kind] > 0)
    .map((kind) => `${grouped(totals[kind])} ${verdictWord(kind, totals[kind])}`);
  return `${grouped(totals.cases)}: ${counts.join(' · ')}`;
}
