import { oneLine } from '../../harness/figures/visibleText.ts';
import type { ProbeLine } from '../../harness/record/record.ts';

/** What probing the target found, in one line. */
export function probeSentence({ dialect, pools, missing }: ProbeLine): string {
  const parts = [dialectWords[dialect], poolWords[pools], ...missing.map((name) => `has no ${oneLine(name, 60)}`)];
  return parts.filter((part) => part !== '').join(' · ');
}

const dialectWords: { readonly [dialect in ProbeLine['dialect']]: string } = {
  'aws-json': 'reports errors by name',
  openapi: 'reports errors by number, 480 to 490',
  unknown: 'refused none of the first requests',
};

const poolWords: { readonly [pools in ProbeLine['pools']]: string } = {
  kept: 'keeps pools',
  hidden: 'does not show pools, so state is not judged',
  none: 'keeps no pools, so only answers are judged',
};
