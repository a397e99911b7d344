import { type JsonObject, jsonEqual } from '../../specs/json.ts';
import { type MemberPath, membersOf, topLevelOf } from '../../specs/member.ts';
import { withCompanionsForAnyState } from '../companions/index.ts';
import { mergeObjects } from '../values/mergeObjects.ts';
import { lastValueAt } from '../values/placeInRequest.ts';
import { type KeptValue, keptBoundaryValues } from './boundaryCases.ts';
import { type Case, poolPlaceholder } from './case.ts';
import type { GenerationScene } from './scene.ts';

/** Characters of a request: less than any server is known to take. */
const longestRequest = 60_000;

/**
 * Valid requests in which many members have a value at a bound at once: a server that refuses or loses one of these values shows it
 * within a few requests. Which value it was, the member's own boundary cases tell. A value of which nobody knows what becomes is left
 * out, as nothing could be said of a request that holds it.
 */
export function togetherCases(scene: GenerationScene, isSettled: (request: JsonObject) => boolean): readonly Case[] {
  return requestsTogether(scene, isSettled).map((members, index) => ({
    id: `boundary/together/${index + 1}`,
    phase: 'boundary',
    clause: 'wire.success-status',
    member: '',
    breaks: [],
    request: wholeRequest(scene, members),
  }));
}

function wholeRequest(scene: GenerationScene, members: JsonObject): JsonObject {
  return { UserPoolId: poolPlaceholder, ...withCompanionsForAnyState(members, scene) };
}

function requestsTogether(scene: GenerationScene, isSettled: (request: JsonObject) => boolean): readonly JsonObject[] {
  let left = membersOf(scene.edition.input)
    .filter(({ path }) => !standsAlone.has(path))
    .flatMap((member) => keptBoundaryValues(scene, member))
    .map((one) => ({ ...one, length: JSON.stringify(one.holder).length }))
    .filter(({ length, holder }) => length <= longestRequest && isSettled(wholeRequest(scene, holder)));
  const requests: JsonObject[] = [];
  while (left.length > 0) {
    const draft = new Draft();
    const next = left.filter((one) => !draft.take(one));
    if (next.length === left.length) return requests;
    requests.push(draft.members);
    left = next;
  }
  return requests;
}

/** The pool itself, and what depends on the factors that it has. */
const standsAlone: ReadonlySet<MemberPath> = new Set(['UserPoolId', 'MfaConfiguration']);

/** A value with the number of characters that it takes in a request. */
interface MeasuredValue extends KeptValue {
  readonly length: number;
}

/** A request that values are put into as long as they go together. */
class Draft {
  members: JsonObject = {};
  private length = 0;
  private readonly taken = new Map<MemberPath, MeasuredValue>();

  /** Whether the value is in the request now: one a member, and none that would change another. */
  take(one: MeasuredValue): boolean {
    if (this.taken.has(one.path) || this.length + one.length > longestRequest) return false;
    const merged = mergeObjects(this.members, one.holder);
    const top = topLevelOf(one.path);
    const beside = [one, ...this.taken.values()].filter(({ path }) => topLevelOf(path) === top);
    if (!beside.every(({ path, value }) => jsonEqual(lastValueAt(merged, path) ?? null, value))) return false;
    this.members = merged;
    this.length += one.length;
    this.taken.set(one.path, one);
    return true;
  }
}
