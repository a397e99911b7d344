import type { Clause, RuleConstraint } from '../../../specs/clause.ts';
import type { Contract } from '../../../specs/contract.ts';
import type { OddServer } from './oddServer.ts';

/**
 * For every rule whose answer no source states: a server that refuses what the rule is about (the mock accepts it), with each
 * of the errors that it may have; and for rules that unsettle others, a server that does not know those.
 */
export function openRuleServers({ clauses }: Contract): readonly OddServer[] {
  return clauses.flatMap((clause) => {
    const { constraint } = clause;
    if (constraint.kind !== 'rule' || constraint.outcome !== 'open') return [];
    return [...refusing(clauses, clause, constraint), ...heedless(clauses, clause, constraint)];
  });
}

function refusing(clauses: readonly Clause[], clause: Clause, constraint: RuleConstraint): readonly OddServer[] {
  return clause.onBreach.map((error) => ({
    ...openRuleFields(clause, `refused/${error}`),
    says: `Requests that this concerns are refused with ${error}: ${clause.says}`,
    alteration: {
      clauses: clauses.map((each) =>
        each.id === clause.id
          ? { ...each, constraint: { ...constraint, outcome: 'rejected' as const }, onBreach: [error] }
          : each,
      ),
    },
  }));
}

function heedless(
  clauses: readonly Clause[],
  clause: Clause,
  { unsettles = [] }: RuleConstraint,
): readonly OddServer[] {
  const isUnsettled = ({ id, constraint }: Clause) => unsettles.includes(id) && constraint.kind === 'rule';
  if (!clauses.some(isUnsettled)) return [];
  return [
    {
      ...openRuleFields(clause, 'unsettled-dropped'),
      says: `Where this holds, ${unsettles.join(', ')} is not enforced: ${clause.says}`,
      alteration: {
        clauses: clauses.map((each) =>
          each.constraint.kind === 'rule' && isUnsettled(each)
            ? { ...each, constraint: { ...each.constraint, breach: unlessHolds(each.constraint, clause) } }
            : each,
        ),
      },
    },
  ];
}

function unlessHolds(rule: RuleConstraint, { constraint }: Clause): RuleConstraint['breach'] {
  if (constraint.kind !== 'rule') return rule.breach;
  return { kind: 'all', of: [rule.breach, { kind: 'not', of: constraint.breach }] };
}

function openRuleFields({ id, member }: Clause, name: string) {
  return {
    id: `open-rule/${id}/${name}`,
    group: 'open-rule',
    member,
    clause: id,
    allowed: 'No source states how such requests are answered.',
  } as const;
}
