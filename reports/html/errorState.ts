import type { ErrorFigures } from '../../harness/figures/errorFigures.ts';

/** What readers of the page aloud hear for the state of an error. */
export const errorWords = {
  conforms: 'as it should be',
  deviates: 'not as it should be',
  undecided: 'in part',
  'not-tested': 'not exercised',
} as const;

/** The state of an error where it was due, in a word that has a drawing; where it came instead of another is that one's fault. */
export function errorState({ expected, matched, unexpected, deviating }: ErrorFigures): keyof typeof errorWords {
  if (expected === 0) return unexpected > 0 ? 'deviates' : 'not-tested';
  if (deviating === 0) return 'conforms';
  return matched === 0 ? 'deviates' : 'undecided';
}
