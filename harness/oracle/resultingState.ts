import type { Effect, StateConstraint } from '../../specs/clause.ts';
import type { Contract } from '../../specs/contract.ts';
import { followers, mirrorOf, mirrors, shownAsFor, shownFor } from '../../specs/couplings.ts';
import { type Level, levelOf } from '../../specs/evidence.ts';
import { isJsonObject, type JsonObject, type JsonValue, ownMember } from '../../specs/json.ts';
import { kebabPath, type MemberPath, parentPath, topLevelOf } from '../../specs/member.ts';
import { memoizeByObject } from '../../specs/memoize.ts';
import { type Known, unknown, valueAt } from './condition.ts';
import type { PoolState } from './poolState.ts';
import { isEmpty, sameShown } from './sameShown.ts';
import type { StateExpectation } from './stateExpectation.ts';
import { type StateReading, type StateTopic, stateTopics, structureAround } from './stateTopics.ts';

/** What a request is applied to. */
export interface StateScene {
  readonly contract: Contract;
  readonly request: JsonObject;
  readonly prior: PoolState;
  /** The state of a pool that nothing was ever done to: what "default" means for this target. */
  readonly fresh: PoolState;
}

/**
 * What the contract says of the pool after an accepted request; members it is silent on are left out. It is worked out as far as it is
 * asked for: a refusal rests on few members.
 */
export class ResultingState {
  private readonly scene: StateScene;
  private readonly topics = new Map<string, readonly StateExpectation[]>();
  private mirrored: readonly StateExpectation[] | undefined;

  constructor(scene: StateScene) {
    this.scene = scene;
  }

  all(): readonly StateExpectation[] {
    const found: StateExpectation[] = [];
    for (const top of stateTopics(this.scene.contract).keys()) found.push(...this.below(top));
    found.push(...this.ofMirrored());
    return found;
  }

  /** What is said last of one member. */
  of(member: MemberPath): StateExpectation['demands'] | undefined {
    const isAbout = (one: StateExpectation) => one.member === member;
    return (this.ofMirrored().findLast(isAbout) ?? this.below(topLevelOf(member)).findLast(isAbout))?.demands;
  }

  private below(top: string): readonly StateExpectation[] {
    const known = this.topics.get(top);
    const topic = stateTopics(this.scene.contract).get(top);
    if (known !== undefined || topic === undefined) return known ?? [];
    const find = isTouched(topic, this.scene.request) ? expectationsOn : omittedExpectations;
    const found = find(topic, this.scene);
    this.topics.set(top, found);
    return found;
  }

  private ofMirrored(): readonly StateExpectation[] {
    this.mirrored ??= mirroredExpectations(this.scene);
    return this.mirrored;
  }
}

function isTouched({ top, linkedTo }: StateTopic, request: JsonObject): boolean {
  return Object.hasOwn(request, top) || linkedTo.some((name) => Object.hasOwn(request, name));
}

// What becomes of a member that is left out follows from what the pool and a new one show of it: most states share that with the
// state before.
function omittedExpectations(topic: StateTopic, scene: StateScene): readonly StateExpectation[] {
  const shown = ownMember(scene.prior.members, topic.top);
  const known = leftOutOf(topic)(scene.fresh.members);
  const key = shown === undefined ? known : shown;
  if (scene.fresh.existing || typeof key !== 'object' || key === null) return expectationsOn(topic, scene);
  const expected = known.get(key) ?? expectationsOn(topic, scene);
  known.set(key, expected);
  return expected;
}

/** By what the pool shows; by the map itself where it shows nothing. */
type LeftOut = WeakMap<object, readonly StateExpectation[]>;

const leftOutOf = memoizeByObject((_topic: StateTopic) =>
  memoizeByObject((_fresh: JsonObject): LeftOut => new WeakMap()),
);

function expectationsOn(topic: StateTopic, scene: StateScene): readonly StateExpectation[] {
  const found: StateExpectation[] = [];
  for (const reading of topic.readings) addExpectations(reading, scene, found);
  return found;
}

/** Adds what is expected of one member; appended to a list, since every case asks about a hundred members. */
function addExpectations(reading: StateReading, scene: StateScene, found: StateExpectation[]): void {
  const { member, isMirrored } = reading;
  const sent = reading.valueIn(scene.request);
  const form = sentForm(sent);
  for (const { clause, constraint, level } of reading.clauses) {
    if (constraint.when !== form || !parentMatches(reading, constraint.parent, scene.request)) continue;
    if (form === 'omitted' && isInsideEmpty(reading.parent, scene)) continue;
    if (isMirrored && comesFromMirror(member, sent, scene.request)) continue;
    const effect = scene.contract.basis === 'observed' ? constraint.observed : constraint.documented;
    const demands = demandsOf(effect, reading, sent, scene);
    if (demands === undefined) continue;
    found.push({ member, clause: clause.id, level: levelFor(member, level, sent, scene), demands });
  }
}

// A value that is shown as another one rests on the evidence for that, not on the evidence that values are shown.
function levelFor(member: MemberPath, level: Level, sent: JsonValue | undefined, { contract }: StateScene): Level {
  if (sent === undefined || sentForm(sent) !== 'sent') return level;
  const special = shownAsFor(member, sent, contract.edition.date);
  return special === undefined ? level : levelOf(special.evidence);
}

/** The expectations on mirrored texts: on one that is left out while its mirror is sent, and on two that differ. */
function mirroredExpectations(scene: StateScene): readonly StateExpectation[] {
  if (!mirroredTops.some((name) => Object.hasOwn(scene.request, name))) return [];
  return [...omittedMirrors(scene), ...differingMirrors(scene)];
}

const mirroredTops = [...new Set(mirrors.flatMap(({ members }) => members.map(topLevelOf)))];

/** Where both texts are sent and differ, the one in the template was seen to be stored under both names. */
function differingMirrors({ contract, request }: StateScene): readonly StateExpectation[] {
  return mirrors.flatMap(({ members }) => {
    const [inTemplate] = members;
    const clause = contract.byId.get(`${kebabPath(inTemplate)}.same-as-older`);
    if (clause === undefined || mirroredValue(inTemplate, request) !== unknown) return [];
    const demands = { kind: 'one-of', values: [valueAt(request, inTemplate)] } as const;
    return members.map((member) => ({ member, clause: clause.id, level: levelOf(clause.evidence), demands }));
  });
}

function omittedMirrors(scene: StateScene): readonly StateExpectation[] {
  const { contract, request } = scene;
  const clause = contract.byId.get('request.mirrored');
  if (clause === undefined) return [];
  return mirrors
    .flatMap(({ members }) => members)
    .filter((member) => valueAt(request, member) === undefined && !isInsideEmpty(structureAround(member), scene))
    .flatMap((member) => {
      const value = mirroredValue(member, request);
      if (value === undefined || value === unknown) return [];
      return [
        { member, clause: clause.id, level: levelOf(clause.evidence), demands: { kind: 'one-of', values: [value] } },
      ];
    });
}

function sentForm(sent: JsonValue | undefined): StateConstraint['when'] {
  if (sent === undefined) return 'omitted';
  if (sent === null) return 'null';
  return typeof sent === 'object' && Object.keys(sent).length === 0 ? 'empty' : 'sent';
}

/** Whether the structure around an omitted member is in the request or not, as a clause has it. */
function parentMatches({ parent }: StateReading, wanted: StateConstraint['parent'], request: JsonObject): boolean {
  if (wanted === undefined) return true;
  const isSent = parent === undefined || parent.valueIn(request) !== undefined;
  return isSent === (wanted === 'sent');
}

/** Whether the structure around an omitted member is sent empty, and a clause is about that: its members have no say then. */
function isInsideEmpty(parent: StateReading['parent'], { contract, request }: StateScene): boolean {
  const sent = parent?.valueIn(request);
  if (parent === undefined || sent === undefined) return false;
  return isJsonObject(sent) && Object.keys(sent).length === 0 && contract.byId.has(`${kebabPath(parent.path)}.empty`);
}

/** Whether the text of a member, or of one in it, comes from its mirror: such members are judged one by one. */
function comesFromMirror(member: MemberPath, sent: JsonValue | undefined, request: JsonObject): boolean {
  const mirror = mirroredValue(member, request);
  return mirror === unknown || (mirror !== undefined && sent === undefined) || holdsMirrored(member, request);
}

function demandsOf(
  effect: Effect,
  reading: StateReading,
  sent: JsonValue | undefined,
  scene: StateScene,
): StateExpectation['demands'] | undefined {
  const { prior, fresh, contract } = scene;
  switch (effect.kind) {
    case 'stored':
      return {
        kind: 'one-of',
        values: sent === undefined ? [] : shownFor(reading.member, sent, contract.edition.date),
      };
    case 'among':
      return isJsonObject(sent) ? { kind: 'holds', entries: sent } : undefined;
    case 'kept':
      return { kind: 'one-of', values: [reading.valueIn(prior.members)] };
    case 'becomes':
      return demandOneOf(effect.values, reading, scene);
    case 'fresh':
      return fresh.existing ? undefined : { kind: 'one-of', values: asOnNewPool(reading, scene) };
    case 'either':
      return demandEither(effect.of, reading, sent, scene);
    case 'follows':
      return demandFollowing(effect.leader, scene);
    case 'dropped':
      return demandNot(reading, scene);
    case 'open':
      return undefined;
  }
}

// What a new pool does not show may be shown as what the contract says of each part of it.
function asOnNewPool(
  { member, valueIn }: StateReading,
  { contract, fresh }: StateScene,
): readonly (JsonValue | undefined)[] {
  const asNew = valueIn(fresh.members);
  const parts = asNew === undefined ? partDefaults(contract).get(member) : undefined;
  return parts === undefined ? [asNew] : [asNew, Object.fromEntries(parts)];
}

/** Of the structures those parts that have one known value where they are left out, by the structure's path. */
const partDefaults = memoizeByObject(({ clauses, basis }: Contract) => {
  const known = clauses.flatMap(({ member, constraint }) => {
    const effect = constraint.kind === 'state' && constraint.when === 'omitted' ? constraint[basis] : undefined;
    const [value = null, ...others] = effect?.kind === 'becomes' ? effect.values : [];
    const structure = parentPath(member);
    if (structure === '' || value === null || others.length > 0) return [];
    return [{ structure, part: [member.slice(structure.length + 1), value] as const }];
  });
  const grouped = Map.groupBy(known, ({ structure }) => structure);
  return new Map([...grouped].map(([structure, parts]) => [structure, parts.map(({ part }) => part)] as const));
});

// A member that nobody ever set may go on showing what a new pool of this target shows, unless the structure around it is sent.
function demandOneOf(
  values: readonly JsonValue[],
  { valueIn, parent }: StateReading,
  { request, prior, fresh }: StateScene,
): StateExpectation['demands'] {
  const measured = values.map((value) => value ?? undefined);
  const before = valueIn(prior.members);
  const isReplaced = parent?.valueIn(request) !== undefined;
  const asNew = valueIn(fresh.members);
  // Some targets show what is not set as its default, on new pools too.
  const isUnset = sameShown(before, asNew) || measured.some(isEmpty);
  const isOther = !measured.some((value) => sameShown(value, asNew));
  const mayBeAsNew = isUnset && isOther && !isReplaced && !fresh.existing;
  return { kind: 'one-of', values: mayBeAsNew ? [...measured, asNew] : measured };
}

/** Whatever one of the readings allows; undefined where one of them allows anything. */
function demandEither(
  effects: readonly Effect[],
  reading: StateReading,
  sent: JsonValue | undefined,
  scene: StateScene,
): StateExpectation['demands'] | undefined {
  const values: (JsonValue | undefined)[] = [];
  for (const effect of effects) {
    const demands = demandsOf(effect, reading, sent, scene);
    if (demands?.kind !== 'one-of') return undefined;
    for (const value of demands.values) if (!values.some((other) => sameShown(other, value))) values.push(value);
  }
  return { kind: 'one-of', values };
}

/** The value that the leading member is sent with, as it will be shown. */
function demandFollowing(
  leader: MemberPath,
  { request, contract }: StateScene,
): StateExpectation['demands'] | undefined {
  const value = valueAt(request, leader);
  if (value === undefined || value === null) return undefined;
  return { kind: 'one-of', values: shownFor(leader, value, contract.edition.date) };
}

// A value that equals the default cannot be seen to be dropped, whatever becomes of parts that may outlast it.
function demandNot(
  { member, valueIn }: StateReading,
  { contract, prior, fresh }: StateScene,
): StateExpectation['demands'] | undefined {
  const value = valueIn(prior.members);
  const before = withoutOutlasting(contract, member, value);
  const asNew = withoutOutlasting(contract, member, valueIn(fresh.members));
  return isEmpty(before) || sameShown(before, asNew) ? undefined : { kind: 'not', value };
}

function withoutOutlasting(contract: Contract, member: MemberPath, value: JsonValue | undefined) {
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([name]) => !outlastingMembers(contract).has(`${member}.${name}`)),
  );
}

/** The members of which nobody knows what they become when they are left out of a structure that is sent. */
const outlastingMembers = memoizeByObject(({ clauses, basis }: Contract): ReadonlySet<MemberPath> => {
  const open = clauses.filter(({ constraint }) => {
    if (constraint.kind !== 'state' || constraint.when !== 'omitted' || constraint.parent === 'omitted') return false;
    return constraint[basis].kind === 'open';
  });
  return new Set(open.map(({ member }) => member));
});

/** The text that the mirror of a member sets; `unknown` where both are sent and differ. */
function mirroredValue(member: MemberPath, request: JsonObject): Known {
  const mirror = mirrorOf(member);
  if (mirror === undefined) return undefined;
  const theirs = valueAt(request, mirror) ?? undefined;
  const ours = valueAt(request, member) ?? undefined;
  return theirs !== undefined && ours !== undefined && theirs !== ours ? unknown : theirs;
}

// A structure that is left out still takes in what a mirror or a leader outside it sets, the leader also where it is left out of a
// structure that is sent: its members are judged one by one.
function holdsMirrored(member: MemberPath, request: JsonObject): boolean {
  const isLed = followers.some(
    (follower) =>
      follower.member.startsWith(`${member}.`) && valueAt(request, parentPath(follower.leader)) !== undefined,
  );
  return (
    isLed ||
    mirrors.some(({ members }) =>
      members.some((path) => path.startsWith(`${member}.`) && mirroredValue(path, request) !== undefined),
    )
  );
}
