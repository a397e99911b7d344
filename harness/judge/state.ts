import type { ClauseId } from '../../specs/clause.ts';
import type { Contract } from '../../specs/contract.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import type { MemberPath } from '../../specs/member.ts';
import { valueAt } from '../oracle/condition.ts';
import { type PoolState, untouchable } from '../oracle/poolState.ts';
import type { StateExpectation } from '../oracle/resultingState.ts';
import { isEmpty, sameShown } from '../oracle/sameShown.ts';
import type { Deviation } from '../record.ts';
import { wireDeviation } from './wire.ts';

/** How the pool after an accepted request departs from what the contract expects of it. */
export function judgeState(
  contract: Contract,
  expected: readonly StateExpectation[],
  before: PoolState,
  after: PoolState,
): readonly Deviation[] {
  const wrong = expected.flatMap((one) => stateDeviation(contract, one, before, after));
  return [...innermost(wrong), ...fixedDeviations(contract, before, after)];
}

function stateDeviation(
  contract: Contract,
  { member, clause, level, demands }: StateExpectation,
  before: PoolState,
  after: PoolState,
): readonly Deviation[] {
  const actual = valueAt(after.members, member);
  const met =
    demands.kind === 'one-of'
      ? demands.values.some((value) => sameShown(value, actual))
      : !sameShown(demands.value, actual);
  if (met) return isSent(contract, clause) ? orderDeviation(contract, member, demands, actual) : [];
  const expected =
    demands.kind === 'one-of'
      ? `${contract.byId.get(clause)?.says ?? ''} Expected ${demands.values.map(shown).join(' or ')}.`
      : `${contract.byId.get(clause)?.says ?? ''} Expected anything but ${shown(demands.value)}.`;
  const answerClass = symptom(actual, valueAt(before.members, member));
  return [
    {
      clause,
      member,
      kind: 'wrong-state',
      level,
      expected,
      actual: `DescribeUserPool shows ${shown(actual)}.`,
      answerClass,
    },
  ];
}

function isSent({ byId }: Contract, clause: ClauseId): boolean {
  const constraint = byId.get(clause)?.constraint;
  return constraint?.kind === 'state' && constraint.when === 'sent';
}

// A list may come back in any order and still be what was sent; the order is a clause of its own, on weaker evidence.
function orderDeviation(
  contract: Contract,
  member: MemberPath,
  demands: StateExpectation['demands'],
  actual: JsonValue | undefined,
): readonly Deviation[] {
  const sent = demands.kind === 'one-of' ? demands.values[0] : undefined;
  if (!Array.isArray(sent) || !Array.isArray(actual) || sameShown(sent, actual)) return [];
  const found = wireDeviation(contract, {
    check: 'list-order',
    kind: 'wrong-state',
    actual: `${member} was sent as ${shown(sent)} and is shown as ${shown(actual)}.`,
    answerClass: 'reordered',
  });
  return found.map((deviation) => ({ ...deviation, member }));
}

function symptom(actual: JsonValue | undefined, before: JsonValue | undefined): string {
  if (isEmpty(actual)) return 'absent';
  return sameShown(actual, before) ? 'unchanged' : 'other-value';
}

// Where a structure and a member in it are both wrong, the member says it better.
function innermost(deviations: readonly Deviation[]): readonly Deviation[] {
  return deviations.filter(({ member }) => !deviations.some((other) => other.member.startsWith(`${member}.`)));
}

function fixedDeviations(contract: Contract, before: PoolState, after: PoolState): readonly Deviation[] {
  const changed = untouchable.filter((name) => !sameShown(before.fixed[name], after.fixed[name]));
  return [
    ...changed.flatMap((name) =>
      wireDeviation(contract, {
        check: 'untouchable',
        kind: 'wrong-state',
        actual: `${name} was ${shown(before.fixed[name])} and is ${shown(after.fixed[name])}.`,
        answerClass: name,
      }),
    ),
    ...dateDeviations(contract, before.fixed, after.fixed),
  ];
}

function dateDeviations(contract: Contract, before: JsonObject, after: JsonObject): readonly Deviation[] {
  const created = sameShown(before.CreationDate, after.CreationDate);
  const backwards = (timeOf(after.LastModifiedDate) ?? 0) < (timeOf(before.LastModifiedDate) ?? 0);
  return [
    ...(created
      ? []
      : wireDeviation(contract, {
          check: 'creation-date',
          kind: 'wrong-state',
          actual: `CreationDate was ${shown(before.CreationDate)} and is ${shown(after.CreationDate)}.`,
          answerClass: 'changed',
        })),
    ...(backwards
      ? wireDeviation(contract, {
          check: 'last-modified-date',
          kind: 'wrong-state',
          actual: `LastModifiedDate went from ${shown(before.LastModifiedDate)} back to ${shown(after.LastModifiedDate)}.`,
          answerClass: 'backwards',
        })
      : []),
  ];
}

/** A date as epoch milliseconds, whether the target writes epoch seconds or ISO 8601; undefined where it is neither. */
export function timeOf(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'number') return value * 1000;
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** The top-level members in which two states differ, dates left out. */
export function changedMembers(before: PoolState, after: PoolState): readonly string[] {
  const names = new Set([...Object.keys(before.members), ...Object.keys(after.members)]);
  return [...names].filter((name) => !sameShown(before.members[name], after.members[name]));
}

/** A value as a report shows it: JSON, cut, or "nothing". */
export function shown(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return 'nothing';
  const text =
    isJsonObject(value) || Array.isArray(value) || typeof value === 'string' ? JSON.stringify(value) : `${value}`;
  return text.length > 160 ? `${text.slice(0, 160)}… (${text.length} characters)` : text;
}
