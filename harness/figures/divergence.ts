import type { Level } from '../../specs/evidence.ts';
import { topLevelOf } from '../../specs/member.ts';
import type { RunRecord } from '../record/record.ts';
import type { ClauseFigures } from './clauseFigures.ts';
import { leftOutFindings, leftOutMembers } from './notImplemented.ts';

/** How much of what a target has is wrong. Clauses that were not judged, or whose member it does not implement, are left out. */
export interface Divergence {
  readonly deviating: number;
  /** Clauses that at least one case showed to be kept or broken. */
  readonly judged: number;
  readonly byLevel: Readonly<Record<Level, number>>;
}

/** The divergence that a record's clause figures amount to. */
export function divergenceOf(record: RunRecord, clauses: readonly ClauseFigures[]): Divergence {
  const isLeftOut = leftOutClauses(record);
  const judged = clauses.filter((clause) => clause.conforms + clause.deviates > 0 && !isLeftOut(clause));
  const deviating = judged.filter(({ deviates }) => deviates > 0);
  const at = (level: Level): number => deviating.filter((clause) => clause.level === level).length;
  return {
    deviating: deviating.length,
    judged: judged.length,
    byLevel: { must: at('must'), should: at('should'), may: at('may') },
  };
}

function leftOutClauses(record: RunRecord): (clause: ClauseFigures) => boolean {
  const leftOut = leftOutFindings(record);
  const members = new Set(leftOutMembers(leftOut));
  const ids = new Set(leftOut.map(({ id }) => id));
  const counted = new Set(record.findings.filter(({ id }) => !ids.has(id)).map(({ clause }) => clause));
  return ({ id, member, deviates }) => deviates > 0 && members.has(topLevelOf(member)) && !counted.has(id);
}
