import type { Verdict } from '../../harness/record/record.ts';

/** The verb or adjective beside a count of cases or members: `1 deviates`, `6 deviate`, `2 not tested`. */
export function verdictWord(kind: Verdict['kind'] | 'not-tested', count: number): string {
  if (kind === 'not-tested') return 'not tested';
  return (kind === 'conforms' || kind === 'deviates') && count !== 1 ? kind.slice(0, -1) : kind;
}
