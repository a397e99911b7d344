import type { Clause } from '../../../specs/clause.ts';
import type { Contract } from '../../../specs/contract.ts';
import type { Mutant } from './mutant.ts';

/** For every rule whose breach is refused a service that does not know it, for every rule of acceptance one that refuses. */
export function ruleMutants({ clauses }: Contract): readonly Mutant[] {
  return [...forgottenRules(clauses), ...inventedRules(clauses)];
}

function forgottenRules(clauses: readonly Clause[]): readonly Mutant[] {
  return clauses
    .filter(({ constraint }) => constraint.kind === 'rule' && constraint.outcome === 'rejected')
    .map(({ id, member, says }) => ({
      id: `rule/${id}/dropped`,
      group: 'rule',
      member,
      clause: id,
      says: `The service does not know this rule: ${says}`,
      alteration: { clauses: clauses.filter((clause) => clause.id !== id) },
    }));
}

function inventedRules(clauses: readonly Clause[]): readonly Mutant[] {
  return clauses.flatMap((clause) => {
    const { id, member, says, constraint } = clause;
    if (constraint.kind !== 'rule' || constraint.outcome !== 'accepted') return [];
    const refused: Clause = { ...clause, constraint: { ...constraint, outcome: 'rejected' } };
    return [
      {
        id: `rule/${id}/refused`,
        group: 'rule',
        member,
        clause: id,
        says: `The service refuses what this rule lets pass: ${says}`,
        alteration: { clauses: clauses.map((other) => (other === clause ? refused : other)) },
      },
    ];
  });
}
