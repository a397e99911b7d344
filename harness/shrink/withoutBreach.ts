import { type Case, poolPlaceholder, requestWithPoolId } from '../../generators/cases/case.ts';
import type { ClauseId } from '../../specs/clause.ts';
import type { Edition } from '../../specs/edition.ts';
import type { JsonObject } from '../../specs/json.ts';
import { type MemberPath, topLevelOf } from '../../specs/member.ts';
import { breachesOf } from '../oracle/breaches.ts';

/** The members at the top of a request in which the model finds breaches. */
export function brokenMembers(edition: Edition, request: JsonObject): readonly MemberPath[] {
  return [...new Set(modelBreaches(edition, request).map(({ member }) => topLevelOf(member)))];
}

/** Those of some clauses that a request, made smaller, still breaks by the model. */
export function stillBroken(edition: Edition, breaks: Case['breaks'], request: JsonObject): Case['breaks'] {
  const broken = modelBreaches(edition, request).map(({ clause }) => clause);
  return breaks.filter((clause) => broken.includes(clause));
}

/**
 * A case of several breaches without those of one member; undefined where it would have a single broken member left, or only
 * breaches that cause the same finding separately (`explained`): then it would be no finding about several breaches.
 */
export function withoutBreach(
  edition: Edition,
  one: Case,
  member: MemberPath,
  explained: ReadonlySet<ClauseId>,
): Case | undefined {
  const request = repairMember(one.request, member);
  const breaks = stillBroken(edition, one.breaks, request);
  const isOfSeveral = brokenMembers(edition, request).length > 1 && !breaks.every((clause) => explained.has(clause));
  return isOfSeveral ? { ...one, request, breaks } : undefined;
}

function repairMember(request: JsonObject, member: MemberPath): JsonObject {
  if (member === 'UserPoolId') return { ...request, UserPoolId: poolPlaceholder };
  return Object.fromEntries(Object.entries(request).filter(([name]) => name !== member));
}

// The placeholder is no id, though what is sent in its place is one.
function modelBreaches(edition: Edition, request: JsonObject): ReturnType<typeof breachesOf> {
  return breachesOf(edition, requestWithPoolId(request, 'us-east-1_Poolproof'));
}
