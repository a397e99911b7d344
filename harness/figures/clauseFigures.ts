import type { ClauseId } from '../../specs/clause.ts';
import { contractOf } from '../../specs/contract.ts';
import { type Level, levelOf } from '../../specs/evidence.ts';
import type { MemberPath } from '../../specs/member.ts';
import type { RunRecord } from '../record/record.ts';
import { type CaseFigures, caseFigures } from './caseFigures.ts';
import { isJudgedClause } from './isJudgedClause.ts';
import type { Tally } from './tally.ts';
import { withFindings } from './withFindings.ts';

/** What a run shows of one clause. */
export interface ClauseFigures extends Tally {
  readonly id: ClauseId;
  readonly member: MemberPath;
  readonly level: Level;
  readonly says: string;
}

type Known = Pick<ClauseFigures, 'id' | 'member' | 'level' | 'says'>;

/** Every clause of the record's contract, tested or not, then clauses that only the record knows. */
export function clauseFigures(record: RunRecord): readonly ClauseFigures[] {
  const { clauses } = contractOf(record.header.edition, record.header.basis);
  const { byClause: tallies, evidence } = caseFigures(record);
  const known = clauses.map(
    ({ id, member, evidence, says }): Known => ({ id, member, level: levelOf(evidence), says }),
  );
  const ids = new Set(known.map(({ id }) => id));
  const findings = Map.groupBy(record.findings, ({ clause }) => clause);
  const others = new Set([...tallies.keys(), ...findings.keys()].filter((id) => !ids.has(id)));
  const strangers = [...others].map((id) => unknownClause(id, record, evidence));
  return [...known, ...strangers].map((clause) => {
    const tally = withFindings(tallies.get(clause.id), findings.get(clause.id));
    return { ...clause, ...(isJudgedClause(record.header, clause.id) ? tally : notJudged(tally)) };
  });
}

// A case about another clause may deviate, which says nothing of its own clause where that is not judged.
function notJudged(tally: Tally): Tally {
  return { ...tally, conforms: 0, deviates: 0, undecided: tally.undecided + tally.conforms + tally.deviates };
}

// A record may be older than the contract that reads it.
function unknownClause(id: ClauseId, { findings }: RunRecord, evidence: CaseFigures['evidence']): Known {
  const finding = findings.find(({ clause }) => clause === id);
  const { member = '', deviation } = evidence.get(id) ?? {};
  const { member: at, level } = deviation ?? finding ?? { member, level: 'may' };
  return { id, member: at, level, says: finding?.says ?? id };
}
