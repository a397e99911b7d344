import type { Contract } from '../../../specs/contract.ts';
import type { Mutant } from './mutant.ts';

/** For every rule whose breach is refused: a service that has never heard of it. */
export function ruleMutants({ clauses }: Contract): readonly Mutant[] {
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
