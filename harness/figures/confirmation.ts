import { contractOf } from '../../specs/contract.ts';
import { seenLiveOn } from '../../specs/evidence.ts';
import type { RunRecord } from '../record/record.ts';
import type { ClauseFigures } from './clauseFigures.ts';

/** How many of the judged clauses at level must were seen on the live operation; the others rest on the published model. */
export interface Confirmation {
  /** Judged clauses at level must. */
  readonly judged: number;
  /** Those of them that were seen on the live operation itself. */
  readonly live: number;
  /** The last day on which one of those was seen, as precisely as its source states it; null where there is none. */
  readonly last: string | null;
}

/** The confirmation of the clauses that a record judges. */
export function confirmationOf({ header }: RunRecord, clauses: readonly ClauseFigures[]): Confirmation {
  const { byId } = contractOf(header.edition, header.basis);
  const musts = clauses.filter(({ level, conforms, deviates }) => level === 'must' && conforms + deviates > 0);
  const days = musts.flatMap(({ id }) => seenLiveOn(byId.get(id)?.evidence ?? []) ?? []);
  return { judged: musts.length, live: days.length, last: days.toSorted().at(-1) ?? null };
}
