import type { ClauseId } from '../../specs/clause.ts';
import type { CaseOutcome } from '../execute/caseOutcome.ts';
import type { Deviation } from '../record/record.ts';
import type { Rank } from './rank.ts';

/** One deviation with the case that shows it best, before it is shrunk. */
export interface RawFinding {
  readonly id: string;
  readonly deviation: Deviation;
  readonly outcome: CaseOutcome;
  readonly count: number;
  readonly rank: Rank;
  /** Of several breaches: the clauses that show the same deviation where a request breaks them alone, and so explain it. */
  readonly explained?: ReadonlySet<ClauseId>;
}
