import type { Constraint } from '../../specs/clause.ts';
import type { Contract } from '../../specs/contract.ts';

/** The sort of a clause: clauses of one sort are likely to have one repair. */
export type ClauseSort =
  | Exclude<Constraint['kind'], 'min' | 'max' | 'state' | 'wire'>
  | 'length'
  | 'value'
  | 'size'
  | When
  | 'wire';

type When = 'sent' | 'omitted' | 'empty' | 'null';

/** The sort of a clause by its id. */
export function clauseSort({ byId }: Contract, clause: string): ClauseSort {
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
