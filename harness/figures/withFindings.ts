import type { Finding } from '../record/record.ts';
import { emptyTally, type Tally } from './tally.ts';

/**
 * The tally of a clause or a member together with its findings. A deviation that every answer of a target has is in no single
 * case, and one that was attributed to another member stands there in no case either: the finding says that it deviates.
 */
export function withFindings(tally: Tally = emptyTally, findings: readonly Finding[] = []): Tally {
  if (findings.length === 0 || tally.deviates > 0) return tally;
  const deviates = findings.reduce((sum, { count }) => sum + Math.max(1, count), 0);
  return { ...tally, deviates, cases: Math.max(tally.cases, deviates) };
}
