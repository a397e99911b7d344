import type { ClauseFigures } from '../../harness/figures/clauseFigures.ts';
import { type ClauseSort, clauseSort } from '../../harness/figures/clauseSort.ts';
import type { Finding, RunRecord } from '../../harness/record/record.ts';
import { contractOf } from '../../specs/contract.ts';
import type { GroupCell } from './board.ts';

/** The name of each group of clauses, in the order of the board. */
export const groupNames: readonly (readonly [ClauseSort, string])[] = [
  ['type', 'JSON types'],
  ['required', 'Required members'],
  ['enum', 'Allowed values'],
  ['pattern', 'Patterns'],
  ['length', 'Length limits'],
  ['value', 'Number ranges'],
  ['size', 'List sizes'],
  ['rule', 'Rules between members'],
  ['sent', 'Stored as sent'],
  ['omitted', 'Reset or kept when omitted'],
  ['empty', 'Empty values'],
  ['null', 'Null values'],
  ['wire', 'Protocol and errors'],
];

/** How the clauses of each group came out, with the worst finding of the group; `findings` are worst first. */
export function clauseGroups(
  { header }: RunRecord,
  clauses: readonly ClauseFigures[],
  findings: readonly Finding[],
): readonly GroupCell[] {
  const contract = contractOf(header.edition, header.basis);
  const bySort = Map.groupBy(clauses, ({ id }) => clauseSort(contract, id));
  return groupNames.map(([group]) => {
    const judged = (bySort.get(group) ?? []).filter(({ conforms, deviates }) => conforms + deviates > 0);
    const worst = findings.find(({ clause }) => clauseSort(contract, clause) === group);
    return {
      group,
      deviating: judged.filter(({ deviates }) => deviates > 0).length,
      judged: judged.length,
      level: worst?.level ?? null,
      finding: worst?.id ?? null,
    };
  });
}
