import type { Case } from '../../generators/cases/case.ts';
import { laneCreations } from '../../generators/cases/laneCreations.ts';
import { lastValueAt } from '../../generators/values/placeInRequest.ts';
import type { ClauseId } from '../../specs/clause.ts';
import { mirrorOf } from '../../specs/couplings.ts';
import type { JsonObject } from '../../specs/json.ts';
import { isAtOrBelow, isBelow, kebabPath, type MemberPath } from '../../specs/member.ts';

/**
 * Whether a case is about a clause or a member, or about what lies below it: by what it is called after, or because it sends the
 * member, though it is called after a structure around it, after the request as a whole, or after the member's mirror.
 */
export function isCaseAbout(one: Case, only: string): boolean {
  const { clause, member, phase, breaks } = one;
  if (isAtOrBelow(clause, only) || isAtOrBelow(member, only)) return true;
  // What is refused for another fault says nothing of this member.
  const isEnumerated = (phase === 'examples' || phase === 'sequence') && breaks.length === 0;
  const places = [only, mirrorOf(only)].filter((path) => path !== undefined);
  const isAround = member === '' || places.some((path) => isAtOrBelow(path, member));
  return isEnumerated && isAround && objectsOf(one).some((object) => places.some((path) => sendsAt(object, path)));
}

function sendsAt(object: JsonObject, path: MemberPath): boolean {
  return lastValueAt(object, path) !== undefined;
}

/** Whether there may be cases about the prefix among those of a member: of this clause, or of any that the member has. */
export function mayBeAbout(only: string, member: MemberPath, clause: ClauseId = kebabPath(member)): boolean {
  const isNamed = isAtOrBelow(member, only) || isAtOrBelow(clause, only) || isAtOrBelow(only, clause);
  return isNamed || isBelow(only, member) || isAtOrBelow(mirrorOf(only) ?? '', member);
}

/** Where a case may hold a value of a member: what it sends, on what its pool was first given. */
function objectsOf({ request, prior, steps, phase }: Case): readonly JsonObject[] {
  const made = steps === undefined ? undefined : laneCreations[phase];
  return [request, prior?.update, ...(steps ?? []).map(({ body }) => body), made].filter((each) => each !== undefined);
}
