import type { Case } from '../../generators/cases/case.ts';
import type { ClauseId } from '../../specs/clause.ts';
import { isAtOrBelow, type MemberPath } from '../../specs/member.ts';
import { filterCases } from '../plan/caseList.ts';
import type { Lane } from '../plan/plan.ts';

/** The cases of some lanes that pass a filter, in lanes of their own. */
export function casesWhere(lanes: readonly Lane[], isWanted: (one: Case) => boolean): readonly Lane[] {
  return lanes
    .map((lane) => ({ ...lane, name: `${lane.name}/first`, cases: filterCases(lane.cases, isWanted) }))
    .filter(({ cases }) => cases.length > 0);
}

/** The enumerated cases about a clause, then those about a member, in lanes of their own. */
export function relatedCases(
  lanes: readonly Lane[],
  { clause, member }: { readonly clause: ClauseId; readonly member: MemberPath },
): readonly Lane[] {
  const enumerated = lanes.filter(({ phase }) => phase !== 'fuzz');
  const aboutClause = casesWhere(enumerated, (one) => one.clause === clause);
  return member === ''
    ? aboutClause
    : [...aboutClause, ...casesWhere(enumerated, (one) => isRelated(member, one.member))];
}

/** Whether one member lies in the other; `''` is the request, in which all lie. */
export function isRelated(left: MemberPath, right: MemberPath): boolean {
  if (left === '' || left === right) return true;
  return right !== '' && (isAtOrBelow(right, left) || isAtOrBelow(left, right));
}
