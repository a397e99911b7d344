import type { ClauseId } from '../../specs/clause.ts';
import type { DeviationKind } from '../record/record.ts';

/**
 * Whether what a request with several breaches showed is explained by what requests with one of them show: a request is accepted
 * only if all of its breaches pass, and for any other answer one breach is enough.
 */
export function breachesExplain(
  kind: DeviationKind,
  breaks: readonly ClauseId[],
  showsAlone: (clause: ClauseId) => boolean,
): boolean {
  return kind === 'accepted-invalid' ? breaks.every(showsAlone) : breaks.some(showsAlone);
}
