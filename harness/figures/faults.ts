import type { Constraint } from '../../specs/clause.ts';
import { type Contract, contractOf } from '../../specs/contract.ts';
import type { Level } from '../../specs/evidence.ts';
import type { MemberPath } from '../../specs/member.ts';
import type { Finding, RunRecord } from '../record/record.ts';
import type { ClauseFigures } from './clauseFigures.ts';
import { faultSentence } from './faultSentence.ts';
import { worstFirst } from './worstFirst.ts';

/** What the findings of one sort have in common: one thing to repair rather than many. */
export interface Fault {
  /** `accepted-invalid.length`; no record needs it, links do. */
  readonly id: string;
  /** What is wrong, in a sentence without its full stop. */
  readonly says: string;
  /** The surest level among its findings. */
  readonly level: Level;
  /** Clauses that deviate so. */
  readonly clauses: number;
  /** Clauses of the sort that were judged at all; of any sort where the fault is the same for all. */
  readonly judged: number;
  readonly members: readonly MemberPath[];
  /** Worst first. */
  readonly findings: readonly Finding[];
}

/** What sort of clause it is, as far as a repair goes. */
export type ClauseSort =
  | Exclude<Constraint['kind'], 'min' | 'max' | 'state' | 'wire'>
  | 'length'
  | 'value'
  | 'size'
  | When
  | 'wire';

type When = 'sent' | 'omitted' | 'empty' | 'null';

const levels: readonly Level[] = ['must', 'should', 'may'];

/** The findings gathered by what is at fault, the surest and most frequent fault first. */
export function faultsOf({ header, findings }: RunRecord, figures: readonly ClauseFigures[]): readonly Fault[] {
  const contract = contractOf(header.edition, header.basis);
  const groups = Map.groupBy(worstFirst(findings), (finding) => groupOf(contract, finding));
  return [...groups]
    .map(([id, group]) => faultOf(id, group, judgedLike(contract, id, group, figures)))
    .toSorted(
      (left, right) =>
        levels.indexOf(left.level) - levels.indexOf(right.level) ||
        right.findings.length - left.findings.length ||
        (left.id < right.id ? -1 : 1),
    );
}

function groupOf(contract: Contract, { clause, kind, id }: Finding): string {
  if (kind !== 'accepted-invalid' && kind !== 'wrong-state') return kind;
  const absent = kind === 'wrong-state' && id.endsWith('/absent') ? '.absent' : '';
  return `${kind}.${sortOf(contract, clause)}${absent}`;
}

function faultOf(id: string, findings: readonly Finding[], judged: number): Fault {
  const clauses = new Set(findings.map(({ clause }) => clause)).size;
  return {
    id,
    says: faultSentence(id, clauses >= judged),
    level: levels.find((level) => findings.some((finding) => finding.level === level)) ?? 'may',
    clauses,
    judged: Math.max(clauses, judged),
    members: [...new Set(findings.map(({ member }) => member))],
    findings,
  };
}

function judgedLike(
  contract: Contract,
  id: string,
  [first]: readonly Finding[],
  figures: readonly ClauseFigures[],
): number {
  const sort = id.includes('.') && first !== undefined ? sortOf(contract, first.clause) : null;
  const judged = figures.filter(({ conforms, deviates }) => conforms + deviates > 0);
  return judged.filter((clause) => sort === null || sortOf(contract, clause.id) === sort).length;
}

function sortOf({ byId }: Contract, clause: string): ClauseSort {
  const constraint = byId.get(clause)?.constraint;
  switch (constraint?.kind) {
    case 'type':
    case 'required':
    case 'enum':
    case 'pattern':
    case 'rule':
    case 'wire':
      return constraint.kind;
    case 'min':
    case 'max':
      return constraint.of;
    case 'state':
      return constraint.when;
    // A record may know clauses that the contract no longer has.
    case undefined:
      return 'rule';
  }
}
