import type { Basis, Clause, Effect, RuleConstraint, StateConstraint } from '../../../specs/clause.ts';
import type { MemberPath } from '../../../specs/member.ts';
import { membersNeededBy } from '../../oracle/membersNeededBy.ts';

/** A clause whose breach the service refuses. */
export type Rule = Clause & {
  readonly constraint: RuleConstraint;
  /** Without any of these in the request it is kept; undefined where it may be broken all the same. */
  readonly needed: readonly string[] | undefined;
};

/** Whether the structure around a member was part of the request. */
export type ParentForm = 'sent' | 'omitted';

/** The effect that a clause states for a member, or undefined where none is about it. */
export type EffectOf = (member: MemberPath, when: StateConstraint['when'], around: ParentForm) => Effect | undefined;

/** The rules that lead to a refusal, in the order of the contract. What nobody knows the answer to is allowed. */
export function refusalRules(clauses: readonly Clause[]): readonly Rule[] {
  return clauses.flatMap((clause) => {
    const { constraint } = clause;
    if (constraint.kind !== 'rule' || constraint.outcome !== 'rejected') return [];
    return [{ ...clause, constraint, needed: membersNeededBy(constraint.breach) }];
  });
}

/** Looks up what becomes of a member, as the basis has it. */
export function effects(clauses: readonly Clause[], basis: Basis): EffectOf {
  const known: Readonly<Record<ParentForm, Map<MemberPath, Map<StateConstraint['when'], Effect>>>> = {
    sent: new Map(),
    omitted: new Map(),
  };
  for (const { member, constraint } of clauses) {
    if (constraint.kind !== 'state') continue;
    const arounds: readonly ParentForm[] = constraint.parent === undefined ? ['sent', 'omitted'] : [constraint.parent];
    for (const around of arounds) {
      const ofMember = known[around].get(member) ?? new Map<StateConstraint['when'], Effect>();
      known[around].set(member, ofMember.set(constraint.when, constraint[basis]));
    }
  }
  return (member, when, around) => known[around].get(member)?.get(when);
}
