import { type Contract, contractOf } from '../../specs/contract.ts';
import type { Level } from '../../specs/evidence.ts';
import type { MemberPath } from '../../specs/member.ts';
import type { Finding, RunRecord } from '../record/record.ts';
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
  /** The highest level among its findings. */
  readonly level: Level;
  /** Clauses that deviate so. */
  readonly clauses: number;
  /** Clauses of the sort that were judged at all; of any sort where the fault is the same for all. */
  readonly judged: number;
  readonly members: readonly MemberPath[];
  /** Worst first. */
  readonly findings: readonly Finding[];
}

const levels: readonly Level[] = ['must', 'should', 'may'];

/** The findings grouped by cause: by level, then by number of findings. */
export function causesOf({ header, findings }: RunRecord, figures: readonly ClauseFigures[]): readonly Cause[] {
  const contract = contractOf(header.edition, header.basis);
  const groups = Map.groupBy(worstFirst(findings), (finding) => causeId(contract, finding));
  return [...groups]
    .map(([id, group]) => causeOf(id, group, judgedClauses(contract, id, group, figures)))
    .toSorted(
      (left, right) =>
        levels.indexOf(left.level) - levels.indexOf(right.level) ||
        right.findings.length - left.findings.length ||
        (left.id < right.id ? -1 : 1),
    );
}

function causeId(contract: Contract, { clause, kind, id }: Finding): string {
  if (kind !== 'accepted-invalid' && kind !== 'wrong-state') return kind;
  const absent = kind === 'wrong-state' && id.endsWith('/absent') ? '.absent' : '';
  return `${kind}.${clauseSort(contract, clause)}${absent}`;
}

function causeOf(id: string, findings: readonly Finding[], judged: number): Cause {
  const clauses = new Set(findings.map(({ clause }) => clause)).size;
  return {
    id,
    says: causeSentence(id, clauses >= judged),
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
  const sort = id.includes('.') && first !== undefined ? clauseSort(contract, first.clause) : null;
  const judged = figures.filter(({ conforms, deviates }) => conforms + deviates > 0);
  return judged.filter((clause) => sort === null || clauseSort(contract, clause.id) === sort).length;
}
