import { type Contract, contractOf } from '../../specs/contract.ts';
import type { Level } from '../../specs/evidence.ts';
import type { MemberPath } from '../../specs/member.ts';
import type { Finding, RunRecord } from '../record/record.ts';
import { causeChange } from './causeChange.ts';
import { causeIds } from './causeIds.ts';
import { causeRank } from './causeRank.ts';
import { causeSentence } from './causeSentence.ts';
import type { ClauseFigures } from './clauseFigures.ts';
import { clauseSort } from './clauseSort.ts';
import { worstFirst } from './worstFirst.ts';

/** A group of findings that one repair is likely to fix. */
export interface Cause {
  /** For links: `accepted-invalid.length`. */
  readonly id: string;
  /** What is wrong, in a sentence without its full stop. */
  readonly says: string;
  /** What to change in the target, in one sentence. */
  readonly change: string;
  /** The highest level among its findings. */
  readonly level: Level;
  /** Clauses that deviate so. */
  readonly clauses: number;
  /** Clauses of the same kind that were judged; of any kind where the deviation is the same for all. */
  readonly judged: number;
  readonly members: readonly MemberPath[];
  /** Worst first. */
  readonly findings: readonly Finding[];
}

const levels: readonly Level[] = ['must', 'should', 'may'];

/** The findings grouped by cause, first what hurts a valid caller most; see `causeRank`. */
export function causesOf({ header, findings }: RunRecord, figures: readonly ClauseFigures[]): readonly Cause[] {
  const contract = contractOf(header.edition, header.basis);
  const ids = causeIds(contract, findings);
  const groups = Map.groupBy(worstFirst(findings), ({ id }) => ids.get(id) ?? '');
  return [...groups]
    .map(([id, group]) => summarizeCause(id, group, judgedClauses(contract, id, group, figures)))
    .toSorted(
      (left, right) =>
        Number(left.level === 'may') - Number(right.level === 'may') ||
        causeRank(contract, left) - causeRank(contract, right) ||
        levels.indexOf(left.level) - levels.indexOf(right.level) ||
        right.findings.length - left.findings.length ||
        (left.id < right.id ? -1 : 1),
    );
}

function summarizeCause(id: string, findings: readonly Finding[], judged: number): Cause {
  const clauses = new Set(findings.map(({ clause }) => clause)).size;
  return {
    id,
    says: causeSentence(id, clauses >= judged),
    change: causeChange(id, findings),
    level: levels.find((level) => findings.some((finding) => finding.level === level)) ?? 'may',
    clauses,
    judged: Math.max(clauses, judged),
    members: [...new Set(findings.map(({ member }) => member))],
    findings,
  };
}

function judgedClauses(
  contract: Contract,
  id: string,
  [first]: readonly Finding[],
  figures: readonly ClauseFigures[],
): number {
  const isOfSort = /^(accepted-invalid|wrong-state)\./.test(id);
  const sort = isOfSort && first !== undefined ? clauseSort(contract, first.clause) : null;
  const judged = figures.filter(({ conforms, deviates }) => conforms + deviates > 0);
  return judged.filter((clause) => sort === null || clauseSort(contract, clause.id) === sort).length;
}
