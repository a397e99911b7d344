import { type Case, poolPlaceholder, requestWithPoolId } from '../../generators/cases/case.ts';
import type { ClauseId } from '../../specs/clause.ts';
import type { Edition } from '../../specs/edition.ts';
import type { JsonObject } from '../../specs/json.ts';
import { type MemberPath, topLevelOf } from '../../specs/member.ts';
import { breachesOf } from '../oracle/breaches.ts';

/** The members at the top of a request in which the model finds faults. */
export function faultyMembers(edition: Edition, request: JsonObject): readonly MemberPath[] {
  return [...new Set(faultsIn(edition, request).map(({ member }) => topLevelOf(member)))];
}

/** Those of some clauses that a request, made smaller, still breaks by the model. */
export function stillBroken(edition: Edition, breaks: Case['breaks'], request: JsonObject): Case['breaks'] {
  const broken = faultsIn(edition, request).map(({ clause }) => clause);
  return breaks.filter((clause) => broken.includes(clause));
}

/**
 * A case of several faults without those of one member; undefined where it would have a single faulty member left, or only
 * faults that cause the same finding separately (`alone`): then it would be no finding about several faults.
 */
export function withoutFault(
  edition: Edition,
  one: Case,
  member: MemberPath,
  alone: ReadonlySet<ClauseId>,
): Case | undefined {
  const request = repairMember(one.request, member);
  const breaks = stillBroken(edition, one.breaks, request);
  const isOfSeveral = faultyMembers(edition, request).length > 1 && !breaks.every((clause) => alone.has(clause));
  return isOfSeveral ? { ...one, request, breaks } : undefined;
}

function repairMember(request: JsonObject, member: MemberPath): JsonObject {
  if (member === 'UserPoolId') return { ...request, UserPoolId: poolPlaceholder };
  return Object.fromEntries(Object.entries(request).filter(([name]) => name !== member));
}

// The placeholder is no id, though what is sent in its place is one.
function faultsIn(edition: Edition, request: JsonObject): ReturnType<typeof breachesOf> {
  return breachesOf(edition, requestWithPoolId(request, 'us-east-1_Poolproof'));
}
