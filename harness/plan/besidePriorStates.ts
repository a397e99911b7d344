import type { Case } from '../../generators/cases/case.ts';
import { isJsonObject, type JsonValue, jsonEqual } from '../../specs/json.ts';

/**
 * Moves each case with a prior state to where a valid case before it leaves that state, so that the state need not be made and read
 * for it. Requests that are to be refused come first, for they leave the state as it was. The order is otherwise as it was.
 */
export function besidePriorStates(cases: readonly Case[]): readonly Case[] {
  const followers = new Map<Case, Case[]>();
  const left = new Set(cases.filter(isMovable));
  const leaders = cases.filter(isPlain);
  const follow = (leader: Case, one: Case) => {
    followers.set(leader, [...(followers.get(leader) ?? []), one]);
    left.delete(one);
  };
  for (const leader of leaders) {
    for (const one of left) if (one.breaks.length > 0 && leavesPrior(leader, one)) follow(leader, one);
  }
  for (const one of [...left]) {
    const isFree = (leader: Case) => !followers.get(leader)?.some(({ breaks }) => breaks.length === 0);
    const leader = leaders.find((each) => isFree(each) && leavesPrior(each, one));
    if (leader !== undefined) follow(leader, one);
  }
  const moved = new Set([...followers.values()].flat());
  return cases.flatMap((one) => (moved.has(one) ? [] : [one, ...(followers.get(one) ?? [])]));
}

function isMovable({ prior }: Case): boolean {
  return prior?.update !== undefined && prior.fresh === undefined;
}

/** A valid request that needs nothing and is sent as it is. */
function isPlain({ breaks, prior, raw, steps, parallel, fault, fixtureError, withinBound }: Case): boolean {
  const further = [prior, raw, steps, parallel, fault, fixtureError, withinBound];
  return breaks.length === 0 && further.every((one) => one === undefined);
}

function leavesPrior({ request }: Case, { prior }: Case): boolean {
  return prior?.update !== undefined && isWithin(prior.update, request);
}

function isWithin(wanted: JsonValue, actual: JsonValue | undefined): boolean {
  if (!isJsonObject(wanted)) return jsonEqual(wanted, actual);
  return Object.entries(wanted).every(([name, value]) =>
    isWithin(value, isJsonObject(actual) && Object.hasOwn(actual, name) ? actual[name] : undefined),
  );
}
