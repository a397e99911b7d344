import type { Case } from '../../generators/cases/case.ts';
import type { Clause } from '../../specs/clause.ts';
import type { Contract } from '../../specs/contract.ts';
import { confirmedOn } from '../../specs/evidence.ts';
import type { Lane } from '../plan/plan.ts';

/** Cases sent for a clause: one that breaks it and one that keeps it, if both exist. */
const casesPerClause = 2;

/** A lane for each clause that planned cases are about, the clause with the oldest evidence first. */
export function oldestClauseLanes(contract: Contract, planned: readonly Lane[]): readonly Lane[] {
  const byClause = Map.groupBy(
    planned.flatMap(({ cases }) => [...cases]),
    ({ clause }) => clause,
  );
  const asked = contract.clauses.filter((clause) => byClause.has(clause.id) && isDecided(clause, contract));
  const age = ({ evidence }: Clause) => confirmedOn(evidence, contract.edition.date) ?? '';
  return asked
    .toSorted((left, right) => age(left).localeCompare(age(right)) || left.id.localeCompare(right.id))
    .map(({ id }) => ({ name: `confirm/${id}`, phase: 'examples', cases: mostTellingCases(byClause.get(id) ?? []) }));
}

// Clauses without a settled expectation are covered by the open questions instead.
function isDecided({ constraint }: Clause, { basis }: Contract): boolean {
  if (constraint.kind === 'rule') return constraint.outcome === 'rejected';
  return constraint.kind !== 'state' || constraint[basis].kind !== 'open';
}

function mostTellingCases(cases: readonly Case[]): readonly Case[] {
  const broken = cases.filter(({ breaks }) => breaks.length > 0);
  const kept = cases.filter(({ breaks }) => breaks.length === 0);
  return [...broken.slice(0, 1), ...kept.slice(0, 1), ...broken.slice(1), ...kept.slice(1)].slice(0, casesPerClause);
}
