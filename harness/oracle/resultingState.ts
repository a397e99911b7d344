import type { Clause, ClauseId, Effect, StateConstraint } from '../../specs/clause.ts';
import type { Contract } from '../../specs/contract.ts';
import { mirrorOf, mirrors, shownAsFor, shownFor } from '../../specs/couplings.ts';
import { type Level, levelOf } from '../../specs/evidence.ts';
import type { JsonObject, JsonValue } from '../../specs/json.ts';
import { type MemberPath, topLevelOf } from '../../specs/member.ts';
import { type Known, unknown, valueAt } from './condition.ts';
import type { PoolState } from './poolState.ts';
import { isEmpty, sameShown } from './sameShown.ts';

/** What DescribeUserPool should show of one member after a request. `undefined` among the values: not shown. */
export interface StateExpectation {
  readonly member: MemberPath;
  readonly clause: ClauseId;
  readonly level: Level;
  readonly demands:
    | { readonly kind: 'one-of'; readonly values: readonly (JsonValue | undefined)[] }
    | { readonly kind: 'not'; readonly value: JsonValue | undefined };
}

/** What a request is applied to. */
export interface StateScene {
  readonly contract: Contract;
  readonly request: JsonObject;
  readonly prior: PoolState;
  /** The state of a pool that nothing was ever done to: what "default" means for this target. */
  readonly fresh: PoolState;
}

/** What the contract says of the pool after an accepted request; members it is silent on are left out. */
export function stateAfter(scene: StateScene): readonly StateExpectation[] {
  const own = decidedStates(scene.contract).flatMap(({ clause, constraint }) =>
    expectationsFor(clause, constraint, scene),
  );
  return [...own, ...mirroredExpectations(scene)];
}

interface StateClause {
  readonly clause: Clause;
  readonly constraint: StateConstraint;
}

const decidedByContract = new WeakMap<Contract, readonly StateClause[]>();

/** The clauses about state that say anything; every case asks for them, and most clauses about state are open. */
function decidedStates(contract: Contract): readonly StateClause[] {
  const known = decidedByContract.get(contract);
  if (known !== undefined) return known;
  const decided = contract.clauses.flatMap((clause): readonly StateClause[] => {
    const { constraint } = clause;
    return constraint.kind === 'state' && constraint[contract.basis].kind !== 'open' ? [{ clause, constraint }] : [];
  });
  decidedByContract.set(contract, decided);
  return decided;
}

function expectationsFor(clause: Clause, constraint: StateConstraint, scene: StateScene): readonly StateExpectation[] {
  if (!applies(clause.member, constraint, scene.request)) return [];
  const effect = scene.contract.basis === 'observed' ? constraint.observed : constraint.documented;
  const demands = demandsOf(effect, clause.member, scene);
  return demands === undefined
    ? []
    : [{ member: clause.member, clause: clause.id, level: levelFor(clause, constraint, scene), demands }];
}

// A value that is shown as another one rests on the evidence for that, not on the evidence that values are shown.
function levelFor({ member, evidence }: Clause, { when }: StateConstraint, { contract, request }: StateScene): Level {
  const sent = valueAt(request, member);
  const special = when === 'sent' && sent !== undefined ? shownAsFor(member, sent, contract.edition.date) : undefined;
  return levelOf(special?.evidence ?? evidence);
}

/** The texts that a request brings along for members that it leaves out. */
function mirroredExpectations({ contract, request }: StateScene): readonly StateExpectation[] {
  const clause = contract.byId.get('request.mirrored');
  if (clause === undefined) return [];
  return mirrors
    .flatMap(({ members }) => members)
    .filter((member) => valueAt(request, member) === undefined)
    .flatMap((member) => {
      const value = mirroredValue(member, request);
      if (value === undefined || value === unknown) return [];
      return [
        { member, clause: clause.id, level: levelOf(clause.evidence), demands: { kind: 'one-of', values: [value] } },
      ];
    });
}

function applies(member: MemberPath, { when, parent }: StateConstraint, request: JsonObject): boolean {
  const sent = valueAt(request, member);
  switch (when) {
    case 'sent':
      return sent !== undefined && sent !== null && !isEmptyContainer(sent);
    case 'empty':
      return isEmptyContainer(sent);
    case 'null':
      return sent === null;
    case 'omitted':
      return sent === undefined && (parent === undefined || parent === parentOf(member, request));
  }
}

function parentOf(member: MemberPath, request: JsonObject): 'sent' | 'omitted' {
  const path = member.slice(0, Math.max(0, member.lastIndexOf('.')));
  return path === '' || valueAt(request, path) !== undefined ? 'sent' : 'omitted';
}

function isEmptyContainer(value: JsonValue | undefined): boolean {
  return typeof value === 'object' && isEmpty(value) && value !== null;
}

function demandsOf(effect: Effect, member: MemberPath, scene: StateScene): StateExpectation['demands'] | undefined {
  const { request, prior, fresh } = scene;
  const twin = mirroredValue(member, request);
  const sent = valueAt(request, member);
  const isMirrored = twin === unknown || (twin !== undefined && sent === undefined);
  if (isMirrored || holdsMirrored(member, request)) return undefined;
  switch (effect.kind) {
    case 'stored':
      return { kind: 'one-of', values: sent === undefined ? [] : shownFor(member, sent, scene.contract.edition.date) };
    case 'kept':
      return { kind: 'one-of', values: [valueAt(prior.members, member)] };
    case 'becomes':
      return becoming(effect.values, valueAt(prior.members, member), valueAt(fresh.members, member));
    case 'fresh':
      return fresh.existing ? undefined : { kind: 'one-of', values: [valueAt(fresh.members, member)] };
    case 'dropped':
      return droppedFrom(valueAt(prior.members, member), valueAt(fresh.members, member));
    case 'open':
      return undefined;
  }
}

// A member that nobody ever set may go on showing what a new pool of this target shows.
function becoming(
  values: readonly JsonValue[],
  before: JsonValue | undefined,
  fresh: JsonValue | undefined,
): StateExpectation['demands'] {
  const measured = values.map((value) => value ?? undefined);
  return { kind: 'one-of', values: sameShown(before, fresh) ? [...measured, before] : measured };
}

// A value that equals the default cannot be seen to be dropped.
function droppedFrom(
  before: JsonValue | undefined,
  fresh: JsonValue | undefined,
): StateExpectation['demands'] | undefined {
  return isEmpty(before) || sameShown(before, fresh) ? undefined : { kind: 'not', value: before };
}

/** The text that a twin member brings along; `unknown` where both are sent and differ. */
function mirroredValue(member: MemberPath, request: JsonObject): Known {
  const twin = mirrorOf(member);
  if (twin === undefined) return undefined;
  const theirs = valueAt(request, twin) ?? undefined;
  const ours = valueAt(request, member) ?? undefined;
  return theirs !== undefined && ours !== undefined && theirs !== ours ? unknown : theirs;
}

// A structure that is left out still takes in the text that a twin outside it brings: its members are judged one by one.
function holdsMirrored(member: MemberPath, request: JsonObject): boolean {
  return mirrors.some(({ members }) =>
    members.some((one) => one.startsWith(`${member}.`) && mirroredValue(one, request) !== undefined),
  );
}

/** Answers "what would this member be afterwards" for the rules that are judged on the result. */
export function resultOf(scene: StateScene, state: readonly StateExpectation[]): (path: MemberPath) => Known {
  const expected = new Map(state.map(({ member, demands }) => [member, demands]));
  // The rules ask for the same few members again and again.
  const found = new Map<MemberPath, Known>();
  return (path) => {
    const [base = path] = path.split(/[{[]/, 1);
    if (base !== path) return spread(resultAt(base), path.slice(base.length));
    if (!found.has(path)) found.set(path, resultAt(path));
    return found.get(path);
  };
  function resultAt(path: MemberPath): Known {
    const sent = valueAt(scene.request, path);
    if (sent !== undefined && sent !== null) return sent;
    if (!Object.hasOwn(scene.contract.edition.input.members, topLevelOf(path)))
      return valueAt(scene.prior.factors, path);
    for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
      const demands = expected.get(at);
      if (demands?.kind !== 'one-of' || demands.values.length !== 1) continue;
      const [only] = demands.values;
      return at === path ? only : valueAt(only, path.slice(at.length + 1));
    }
    return keptOrFresh(path, scene);
  }
}

// The keys, values or items of a value that may not be known.
function spread(value: Known, suffix: string): Known {
  return value === unknown || value === undefined ? value : valueAt({ it: value }, `it${suffix}`);
}

// Where nobody knows whether a value is kept or reset, it is known all the same if both would be equal.
function keptOrFresh(path: MemberPath, { prior, fresh }: StateScene): Known {
  const before = valueAt(prior.members, path);
  return sameShown(before, valueAt(fresh.members, path)) ? before : unknown;
}
