import { oneLine } from '../../harness/figures/visible.ts';
import type { ProbeLine } from '../../harness/record/record.ts';

/** What the target was found to have, in one line. */
export function probeSentence({ dialect, pools, missing }: ProbeLine): string {
  const parts = [dialects[dialect], keeping[pools], ...missing.map((name) => `has no ${oneLine(name, 60)}`)];
  return parts.filter((part) => part !== '').join(' · ');
}

const dialects: { readonly [dialect in ProbeLine['dialect']]: string } = {
  'aws-json': 'tells errors by name',
  openapi: 'tells errors by number, 480 to 490',
  unknown: 'refused nothing that was asked first',
};

const keeping: { readonly [pools in ProbeLine['pools']]: string } = {
  kept: 'keeps pools',
  hidden: 'shows no pools, so state is not judged',
  none: 'keeps no pools, so answers alone are judged',
};
