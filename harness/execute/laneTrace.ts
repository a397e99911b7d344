import type { Case } from '../../generators/cases/case.ts';
import { type JsonObject, ownMember } from '../../specs/json.ts';
import { changedMembers } from '../judge/judgeState.ts';
import type { PoolState } from '../oracle/poolState.ts';
import { boundedMembers } from '../record/bounded.ts';
import { longestValue } from '../record/caseLine.ts';
import type { CaseLine, PoolLine } from '../record/record.ts';
import type { CaseOutcome } from './caseOutcome.ts';
import { type ScratchPool, showsDefaults } from './scratchPool.ts';

/** Follows the pools of a lane, so that the record holds the state before each case. */
export class LaneTrace {
  private readonly lane: string;
  private pool: ScratchPool | undefined;
  private last: PoolState | undefined;
  private factors: JsonObject = {};

  constructor(lane: string) {
    this.lane = lane;
  }

  /** The record line for a pool before its first case; undefined for a pool that is recorded already. */
  opened(pool: ScratchPool, { id: from }: Case): PoolLine | undefined {
    if (pool === this.pool) return undefined;
    this.pool = pool;
    this.last = pool.state;
    this.factors = pool.fresh.factors;
    const { id, readable, state, fresh } = pool;
    const differs = readable && !showsDefaults(pool);
    const known = fresh.existing
      ? ({ existing: true, factors: pool.factors } as const)
      : differs
        ? { fresh: boundedMembers(fresh.members, longestValue) }
        : {};
    return {
      line: 'pool',
      lane: this.lane,
      from,
      id,
      readable,
      members: boundedMembers(state.members, longestValue),
      ...known,
    };
  }

  /** What a case line holds in addition to the outcome. */
  trace({ case: testCase, expectation, before, after }: CaseOutcome): Pick<CaseLine, 'prepared' | 'twin'> {
    const prepared = before === null ? undefined : this.preparation(before);
    if (before !== null) this.last = after === null || typeof after === 'string' ? before : after;
    const isLikeWithinBound =
      testCase.withinBound !== undefined && expectation.kind === 'accepted' && expectation.state.length === 0;
    return { ...(prepared === undefined ? {} : { prepared }), ...(isLikeWithinBound ? { twin: 'accepted' } : {}) };
  }

  private preparation(before: PoolState): CaseLine['prepared'] {
    const names = this.last === undefined ? [] : changedMembers(this.last, before);
    const hasFactors = before.factors !== this.factors && Object.keys(before.factors).length > 0;
    this.factors = before.factors;
    if (names.length === 0 && !hasFactors) return undefined;
    const members = Object.fromEntries(names.map((name) => [name, ownMember(before.members, name) ?? null]));
    return { members: boundedMembers(members, longestValue), ...(hasFactors ? { factors: before.factors } : {}) };
  }
}
