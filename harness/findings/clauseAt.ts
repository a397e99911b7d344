import type { Clause } from '../../specs/clause.ts';
import type { Contract } from '../../specs/contract.ts';
import { isJsonObject, type JsonValue } from '../../specs/json.ts';
import { kebabPath, type MemberPath } from '../../specs/member.ts';

/** The clause of a member that a refused value is attributed to: the bound that it equals, else the clause on its form. */
export function clauseAt(contract: Contract, member: MemberPath, value: JsonValue | undefined): Clause | undefined {
  if (isJsonObject(value) && Object.keys(value).length > 1) {
    const counted = contract.clauses.find(({ constraint }) => countsAt(constraint, member));
    if (counted !== undefined) return counted;
  }
  const size = typeof value === 'string' ? [...value].length : Array.isArray(value) ? value.length : value;
  const clauses = ['max', 'min', 'enum', 'pattern', 'type'].flatMap(
    (kind) => contract.byId.get(`${kebabPath(member)}.${kind}`) ?? [],
  );
  const atBound = clauses.find(({ constraint }) => 'bound' in constraint && constraint.bound === size);
  return atBound ?? clauses.find(({ constraint }) => !('bound' in constraint)) ?? clauses[0];
}

/** Whether a rule says how many entries a map may have. */
function countsAt(constraint: Clause['constraint'], member: MemberPath): boolean {
  return constraint.kind === 'rule' && constraint.breach.kind === 'above' && constraint.breach.at === member;
}
