import type { Clause, StateConstraint } from '../../specs/clause.ts';
import type { Contract } from '../../specs/contract.ts';
import { followers, mirrorOf, mirrors } from '../../specs/couplings.ts';
import { type Level, levelOf } from '../../specs/evidence.ts';
import { type MemberPath, parentPath, topLevelOf } from '../../specs/member.ts';
import { memoizeByObject } from '../../specs/memoize.ts';

/** What a contract says of the state of one member, with all that follows from the member alone. */
export interface StateReading {
  readonly member: MemberPath;
  /** What it lies in directly: `''` at the top. */
  readonly parent: MemberPath;
  /** Whether it or a member below it is one setting under two names. */
  readonly isMirrored: boolean;
  readonly clauses: readonly StateClause[];
}

/** What a contract says of the state of a top-level member and of all below it. */
export interface StateTopic {
  readonly top: string;
  /** Whether another member may bring something along for it. */
  readonly isMirrored: boolean;
  readonly readings: readonly StateReading[];
}

/** A clause on state, and the level that its evidence earns. */
export interface StateClause {
  readonly clause: Clause;
  readonly constraint: StateConstraint;
  readonly level: Level;
}

/** The members of which a contract says something; every case asks for them, and most clauses about state are open. */
export function stateTopics(contract: Contract): readonly StateTopic[] {
  return topicsOf(contract);
}

const topicsOf = memoizeByObject((contract: Contract): readonly StateTopic[] => {
  return [...Map.groupBy(readingsOf(contract), ({ member }) => topLevelOf(member))].map(([top, readings]) => ({
    top,
    isMirrored: readings.some(({ isMirrored }) => isMirrored),
    readings,
  }));
});

function readingsOf(contract: Contract): readonly StateReading[] {
  const decided = contract.clauses.flatMap((clause): readonly StateClause[] => {
    const { constraint } = clause;
    if (constraint.kind !== 'state' || constraint[contract.basis].kind === 'open') return [];
    return [{ clause, constraint, level: levelOf(clause.evidence) }];
  });
  return [...Map.groupBy(decided, ({ clause }) => clause.member)].map(([member, clauses]) => ({
    member,
    parent: parentPath(member),
    isMirrored: mirrorOf(member) !== undefined || isLinked(member),
    clauses,
  }));
}

/** Whether a member, or one below it, takes its value from another part of the request. */
function isLinked(member: MemberPath): boolean {
  const linked = [...mirrors.flatMap(({ members }) => members), ...followers.map((follower) => follower.member)];
  return linked.some((path) => path === member || path.startsWith(`${member}.`));
}
