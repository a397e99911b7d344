import type { ClauseId } from '../../specs/clause.ts';
import { contractOf } from '../../specs/contract.ts';
import { isConfirmed } from '../../specs/isConfirmed.ts';
import type { RecordHeader } from '../record/record.ts';

/** Whether a run judged the clause: with `--confirmed-only` it judges those alone that were seen on the live operation. */
export function isJudgedClause(
  { edition, basis, confirmedOnly }: Pick<RecordHeader, 'edition' | 'basis' | 'confirmedOnly'>,
  clause: ClauseId,
): boolean {
  return confirmedOnly !== true || isConfirmed(contractOf(edition, basis), clause);
}
