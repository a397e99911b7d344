import type { ClauseId } from '../../specs/clause.ts';
import type { Contract } from '../../specs/contract.ts';
import { isConfirmed } from '../../specs/isConfirmed.ts';
import type { ExpectationLine, Verdict } from '../record/record.ts';
import { reviseVerdict } from './reviseVerdict.ts';

/** The verdict on a case of a clause where only confirmed clauses are judged. */
export function onlyConfirmed(
  verdict: Verdict,
  clause: ClauseId,
  expectation: ExpectationLine,
  contract: Contract,
): Verdict {
  const isSeen = (id: ClauseId): boolean => isConfirmed(contract, id);
  return reviseVerdict(verdict, { kind: 'confirmed-only', clause, isConfirmed: isSeen }, expectation);
}
