import type { Clause, StateConstraint } from '../../specs/clause.ts';
import type { Contract } from '../../specs/contract.ts';
import { followers, mirrors } from '../../specs/couplings.ts';
import { type Level, levelOf } from '../../specs/evidence.ts';
import { isAtOrBelow, type MemberPath, parentPath, topLevelOf } from '../../specs/member.ts';
import { memoizeByObject } from '../../specs/memoize.ts';
import { type PathReader, pathReader } from './condition.ts';

/** What a contract says of the state of one member, with all that follows from the member alone. */
export interface StateReading {
  readonly member: MemberPath;
  /** What a request or a pool has of it. */
  readonly valueIn: PathReader;
  /** What it lies in directly; undefined at the top. */
  readonly parent: ParentReading | undefined;
  /** Whether it or a member below it is one setting under two names. */
  readonly isMirrored: boolean;
  readonly clauses: readonly StateClause[];
}

/** A structure around a member. */
export interface ParentReading {
  readonly path: MemberPath;
  readonly valueIn: PathReader;
}

/** What a contract says of the state of a top-level member and of all below it. */
export interface StateTopic {
  readonly top: string;
  /** The other members at the top that may bring something along for it. */
  readonly linkedTo: readonly string[];
  readonly readings: readonly StateReading[];
}

/** A clause on state, and the level that its evidence earns. */
export interface StateClause {
  readonly clause: Clause;
  readonly constraint: StateConstraint;
  readonly level: Level;
}

/** What a contract says of state, by the member at the top; every case asks for it, and most clauses about state are open. */
export function stateTopics(contract: Contract): ReadonlyMap<string, StateTopic> {
  return topicsOf(contract);
}

const topicsOf = memoizeByObject((contract: Contract): ReadonlyMap<string, StateTopic> => {
  const grouped = Map.groupBy(readingsOf(contract), ({ member }) => topLevelOf(member));
  return new Map(
    [...grouped].map(([top, readings]) => {
      const linkedTo = [...new Set(readings.flatMap(({ member }) => suppliersOf(member)).map(topLevelOf))];
      return [top, { top, linkedTo, readings }] as const;
    }),
  );
});

function readingsOf(contract: Contract): readonly StateReading[] {
  const decided = contract.clauses.flatMap((clause): readonly StateClause[] => {
    const { constraint } = clause;
    if (constraint.kind !== 'state' || constraint[contract.basis].kind === 'open') return [];
    return [{ clause, constraint, level: levelOf(clause.evidence) }];
  });
  return [...Map.groupBy(decided, ({ clause }) => clause.member)].map(([member, clauses]) => ({
    member,
    valueIn: pathReader(member),
    parent: structureAround(member),
    isMirrored: suppliersOf(member).length > 0,
    clauses,
  }));
}

/** The structure around a member; undefined at the top. */
export function structureAround(member: MemberPath): ParentReading | undefined {
  const path = parentPath(member);
  return path === '' ? undefined : { path, valueIn: pathReader(path) };
}

/** The members elsewhere in the request that a member, or one below it, takes its value from. */
function suppliersOf(member: MemberPath): readonly MemberPath[] {
  const links = [
    ...mirrors.flatMap(({ members: [one, other] }) => [
      { path: one, source: other },
      { path: other, source: one },
    ]),
    ...followers.map(({ member: path, leader: source }) => ({ path, source })),
  ];
  return links.flatMap(({ path, source }) => (isAtOrBelow(path, member) ? [source] : []));
}
