import type { Case } from '../../generators/cases/case.ts';
import type { Clause } from '../../specs/clause.ts';
import type { Contract } from '../../specs/contract.ts';
import { confirmedOn } from '../../specs/evidence.ts';
import type { Lane } from '../plan/plan.ts';

/** Cases that are sent for one clause: one that breaks it and one that keeps it, where there are both. */
const casesEach = 2;

/** A lane for each clause that planned cases are about, the one that nothing has spoken for the longest first. */
export function oldestClauses(contract: Contract, planned: readonly Lane[]): readonly Lane[] {
  const byClause = Map.groupBy(
    planned.flatMap(({ cases }) => [...cases]),
    ({ clause }) => clause,
  );
  const asked = contract.clauses.filter((clause) => byClause.has(clause.id) && isDecided(clause, contract));
  const age = ({ evidence }: Clause) => confirmedOn(evidence, contract.edition.date) ?? '';
  return asked
    .toSorted((left, right) => age(left).localeCompare(age(right)) || left.id.localeCompare(right.id))
    .map(({ id }) => ({ name: `confirm/${id}`, phase: 'examples', cases: telling(byClause.get(id) ?? []) }));
}

// Where nobody knows the answer there is nothing to confirm: the open questions ask for it.
function isDecided({ constraint }: Clause, { basis }: Contract): boolean {
  if (constraint.kind === 'rule') return constraint.outcome === 'rejected';
  return constraint.kind !== 'state' || constraint[basis].kind !== 'open';
}

function telling(cases: readonly Case[]): readonly Case[] {
  const broken = cases.filter(({ breaks }) => breaks.length > 0);
  const kept = cases.filter(({ breaks }) => breaks.length === 0);
  return [...broken.slice(0, 1), ...kept.slice(0, 1), ...broken.slice(1), ...kept.slice(1)].slice(0, casesEach);
}
