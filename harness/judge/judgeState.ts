import { asSentence } from '../../specs/asSentence.ts';
import type { ClauseId } from '../../specs/clause.ts';
import type { Contract } from '../../specs/contract.ts';
import type { Level } from '../../specs/evidence.ts';
import { isJsonObject, type JsonObject, type JsonValue, ownMember } from '../../specs/json.ts';
import { type MemberPath, topLevelOf } from '../../specs/member.ts';
import { valueAt } from '../oracle/condition.ts';
import { type PoolState, untouchable } from '../oracle/poolState.ts';
import { isEmpty, sameShown } from '../oracle/sameShown.ts';
import type { StateExpectation } from '../oracle/stateExpectation.ts';
import { withoutUnknownMembers } from '../oracle/withoutUnknownMembers.ts';
import type { Deviation } from '../record/record.ts';
import { dateDeviations } from './judgeDates.ts';
import { wireDeviation } from './judgeWire.ts';
import { shownValue } from './shownValue.ts';

/** Compares the pool after an accepted request with the state that the contract expects. */
export function judgeState(
  contract: Contract,
  expected: readonly StateExpectation[],
  before: PoolState,
  after: PoolState,
): readonly Deviation[] {
  const wrong: Deviation[] = [];
  for (const one of expected) wrong.push(...memberDeviations(contract, one, before, after));
  return [...innermostDeviations(wrong), ...fixedDeviations(contract, before, after)];
}

function memberDeviations(
  contract: Contract,
  { member, clause, level, demands }: StateExpectation,
  before: PoolState,
  after: PoolState,
): readonly Deviation[] {
  const actual = valueAt(after.members, member);
  if (isMetByKnown(contract, demands, actual, member, after))
    return isSentClause(contract, clause) ? orderDeviation(contract, member, demands, after) : [];
  const says = contract.byId.get(clause)?.says;
  const rules = says === undefined ? [] : [asSentence(says)];
  const expected = [...rules, `Expected ${demandText(demands)}.`].join(' ');
  const answerClass = stateSymptom(actual, valueAt(before.members, member));
  return [
    {
      clause,
      member,
      kind: 'wrong-state',
      level,
      expected,
      actual: `DescribeUserPool shows ${shownValue(actual)}.`,
      answerClass,
    },
  ];
}

// A pool may show more in a structure than an edition knows.
function isMetByKnown(
  contract: Contract,
  demands: StateExpectation['demands'],
  actual: JsonValue | undefined,
  member: MemberPath,
  { members }: PoolState,
): boolean {
  if (isMet(demands, actual)) return true;
  const isContainer = typeof actual === 'object' && actual !== null;
  return isContainer && isMet(demands, knownAt(contract, members, member));
}

/** What a pool shows at a place, without what the edition does not have there. */
function knownAt({ edition }: Contract, members: JsonObject, member: MemberPath): JsonValue | undefined {
  const top = topLevelOf(member);
  return valueAt(withoutUnknownMembers(edition.input, { [top]: ownMember(members, top) ?? null }), member);
}

/** Whether what a pool shows of a member is what is demanded of it. */
export function isMet(demands: StateExpectation['demands'], actual: JsonValue | undefined): boolean {
  switch (demands.kind) {
    case 'one-of':
      return demands.values.some((value) => sameShown(value, actual));
    case 'holds':
      return Object.entries(demands.entries).every(([name, value]) => sameShown(value, mapEntry(actual, name)));
    case 'not':
      return !sameShown(demands.value, actual);
  }
}

function mapEntry(actual: JsonValue | undefined, name: string): JsonValue | undefined {
  return isJsonObject(actual) && Object.hasOwn(actual, name) ? actual[name] : undefined;
}

function demandText(demands: StateExpectation['demands']): string {
  switch (demands.kind) {
    case 'one-of':
      return demands.values.map(shownValue).join(' or ');
    case 'holds':
      return `${shownValue(demands.entries)} among others`;
    case 'not':
      return `anything but ${shownValue(demands.value)}`;
  }
}

function isSentClause({ byId }: Contract, clause: ClauseId): boolean {
  const constraint = byId.get(clause)?.constraint;
  return constraint?.kind === 'state' && constraint.when === 'sent';
}

// A list may come back in any order and still be what was sent; the order is a clause of its own, on weaker evidence.
function orderDeviation(
  contract: Contract,
  member: MemberPath,
  demands: StateExpectation['demands'],
  { members }: PoolState,
): readonly Deviation[] {
  const sent = demands.kind === 'one-of' ? demands.values[0] : undefined;
  const actual = valueAt(members, member);
  if (!Array.isArray(sent) || !Array.isArray(actual) || sameShown(sent, actual)) return [];
  if (sameShown(sent, knownAt(contract, members, member))) return [];
  const found = wireDeviation(contract, {
    check: 'list-order',
    kind: 'wrong-state',
    actual: `${member} was sent as ${shownValue(sent)} and is shown as ${shownValue(actual)}.`,
    answerClass: 'reordered',
  });
  return found.map((deviation) => ({ ...deviation, member }));
}

function stateSymptom(actual: JsonValue | undefined, before: JsonValue | undefined): string {
  // Whatever it was before: a member without any effect is one deviation.
  if (sameShown(actual, before)) return 'unchanged';
  return isEmpty(actual) ? 'absent' : 'other-value';
}

const levels: readonly Level[] = ['must', 'should', 'may'];

// Where a structure and a member in it are both wrong, the member says it better, unless it rests on less.
function innermostDeviations(deviations: readonly Deviation[]): readonly Deviation[] {
  const surest = new Map<MemberPath, number>();
  for (const { member, level } of deviations)
    for (const place of enclosingMembers(member))
      surest.set(place, Math.min(surest.get(place) ?? levels.length, levels.indexOf(level)));
  return deviations.filter(({ member, level }) => (surest.get(member) ?? levels.length) > levels.indexOf(level));
}

function enclosingMembers(member: MemberPath): readonly MemberPath[] {
  const places: MemberPath[] = [];
  for (let dot = member.indexOf('.'); dot !== -1; dot = member.indexOf('.', dot + 1)) places.push(member.slice(0, dot));
  return places;
}

/** Changes of what no update may change, and dates that go back. */
export function fixedDeviations(contract: Contract, before: PoolState, after: PoolState): readonly Deviation[] {
  const changed = untouchable
    .filter((name) => !isSameInAnyOrder(before.fixed[name], after.fixed[name]))
    .filter((name) => !mayGo(name, after));
  return [
    ...changed.flatMap((name) =>
      wireDeviation(contract, {
        check: 'untouchable',
        kind: 'wrong-state',
        actual: `${name} was ${shownValue(before.fixed[name])} and is ${shownValue(after.fixed[name])}.`,
        answerClass: name,
      }),
    ),
    ...dateDeviations(contract, before.fixed, after.fixed),
  ];
}

// Whether a factor outlives being switched off is not known, nor e-mail as one what it could not have been set without.
function mayGo(name: (typeof untouchable)[number], { members }: PoolState): boolean {
  const isFactor = name === 'SoftwareTokenMfaConfiguration' || name === 'EmailMfaConfiguration';
  if (isFactor && members.MfaConfiguration === 'OFF') return true;
  return name === 'EmailMfaConfiguration' && !(sendsOwnMail(members) && recoversWithoutMail(members));
}

function sendsOwnMail(members: JsonObject): boolean {
  return valueAt(members, 'EmailConfiguration.EmailSendingAccount') === 'DEVELOPER';
}

function recoversWithoutMail(members: JsonObject): boolean {
  const mechanisms = valueAt(members, 'AccountRecoverySetting.RecoveryMechanisms');
  return Array.isArray(mechanisms) && mechanisms.some((one) => valueAt(one, 'Name') !== 'verified_email');
}

// Servers that keep them in a map show the attributes of a pool in any order.
function isSameInAnyOrder(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  return sameShown(left, right) || sameShown(withoutOrder(left), withoutOrder(right));
}

function withoutOrder(value: JsonValue | undefined): JsonValue | undefined {
  if (!Array.isArray(value)) return value;
  return value.toSorted((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
}

/** The deviation of an answer that shows a pool and not its id; none where the id is there. */
export function poolIdDeviations(
  contract: Contract,
  operation: string,
  shown: JsonValue | undefined,
): readonly Deviation[] {
  if (typeof shown === 'string' && shown !== '') return [];
  return wireDeviation(contract, {
    check: 'pool-id',
    kind: 'malformed-answer',
    actual: `${operation} shows ${shownValue(shown)} as Id.`,
    answerClass: operation,
  });
}

/** The top-level members in which two states differ, dates left out. */
export function changedMembers(before: PoolState, after: PoolState): readonly string[] {
  if (before.members === after.members) return [];
  const names = new Set([...Object.keys(before.members), ...Object.keys(after.members)]);
  return [...names].filter((name) => !sameShown(ownMember(before.members, name), ownMember(after.members, name)));
}
