import type { Case } from '../../generators/cases/case.ts';
import { createOperation, describeOperation } from '../../specs/operation.ts';
import { changedMembers, dateFormDeviations, poolIdDeviations, shownValue } from '../judge/judgeState.ts';
import { wireDeviation } from '../judge/judgeWire.ts';
import { verdictOf } from '../judge/verdictOf.ts';
import type { PoolState } from '../oracle/poolState.ts';
import type { Lane } from '../plan/plan.ts';
import type { Deviation, Verdict } from '../record/record.ts';
import type { CaseOutcome, CaseSetting } from './caseOutcome.ts';
import { creationOnlyMembers } from './creationOnlyMembers.ts';
import { LaneRefusals } from './laneRefusals.ts';
import type { LearnedRefusals } from './learnedRefusals.ts';
import { removePool } from './removePool.ts';
import { isSpoiled } from './runUpdate.ts';
import { createPool, isAsNew, type PoolFailure, readPool, type ScratchPool } from './scratchPool.ts';

/** Events of a running lane. */
export interface LaneEvents {
  readonly outcome: (outcome: CaseOutcome) => void;
  /** Called before each case with the pool it will run on. */
  readonly pool?: (pool: ScratchPool, testCase: Case) => void;
  /** Called before every case; true ends the lane early. Its pools are deleted in any case. */
  readonly stopped: () => boolean;
}

/** Runs the cases of a lane in order, on a pool of its own that is replaced when a case leaves it unusable. */
export async function runLane(
  setting: CaseSetting,
  lane: Lane,
  events: LaneEvents,
  ground: LearnedRefusals,
): Promise<PoolFailure | undefined> {
  const pools = new LanePools(setting, lane);
  const learned = new LaneRefusals(setting, ground);
  try {
    for (const testCase of lane.cases) {
      if (events.stopped()) return undefined;
      const pool = await pools.fitFor(testCase);
      if ('failure' in pool) return pool;
      events.pool?.(pool, testCase);
      const outcome = await learned.run(pool, testCase);
      events.outcome(outcome);
      if (isSpoiled(outcome)) await pools.replace();
    }
    events.outcome(await pools.controlOutcome());
    return undefined;
  } finally {
    await pools.remove();
  }
}

const unchanged = { kind: 'accepted', state: [] } as const;

class LanePools {
  private readonly setting: CaseSetting;
  private readonly lane: Lane;
  private pool: ScratchPool | undefined;
  private controlPool: ScratchPool | undefined;
  /** State of the lane's first pool right after creation. */
  private firstNew: PoolState | undefined;
  /** Deviations seen in the lane's new pools. */
  private readonly newPoolDeviations: Deviation[] = [];

  constructor(setting: CaseSetting, lane: Lane) {
    const creation = setting.existing === undefined ? creationOnlyMembers[lane.phase] : undefined;
    this.setting = creation === undefined ? setting : { ...setting, creation };
    this.lane = lane;
  }

  async current(): Promise<ScratchPool | PoolFailure> {
    if (this.pool !== undefined) return this.pool;
    const opened = await this.open();
    if ('failure' in opened) return opened;
    this.pool = opened;
    // Created after the lane's own pool and never updated: any change in it has leaked from other pools.
    if (this.controlPool === undefined) {
      const control = await this.open();
      if (!('failure' in control)) this.controlPool = control;
    }
    return opened;
  }

  /** The current pool, or a new one if the case requires it. */
  async fitFor({ prior }: Case): Promise<ScratchPool | PoolFailure> {
    const used = this.pool !== undefined && !isAsNew(this.pool);
    if (prior?.fresh === true && used) await this.replace();
    return this.current();
  }

  async replace(): Promise<void> {
    if (this.pool !== undefined) await removePool(this.setting.transport, this.pool.id);
    this.pool = undefined;
  }

  async remove(): Promise<void> {
    await this.replace();
    if (this.controlPool !== undefined) await removePool(this.setting.transport, this.controlPool.id);
  }

  /** The lane's last case: the control pool is unchanged. */
  async controlOutcome(): Promise<CaseOutcome> {
    const { contract, transport } = this.setting;
    const control = this.controlPool;
    const now = control?.readable !== true ? undefined : await readPool(transport, contract.edition, control.id, {});
    const verdict: Verdict =
      control === undefined || now === undefined || 'failure' in now
        ? { kind: 'skipped', why: 'No second pool could be made or read.' }
        : this.isolation(control.state, now);
    return {
      case: {
        id: `${this.lane.name}/other-pool`,
        phase: this.lane.phase,
        clause: 'request.isolated',
        member: '',
        breaks: [],
        request: {},
      },
      request: {},
      expectation: unchanged,
      answer: { kind: 'unanswered', why: 'not-sent', detail: 'another pool was read', ms: 0 },
      before: null,
      after: null,
      verdict,
    };
  }

  private async open(): Promise<ScratchPool | PoolFailure> {
    const opened = await createPool(this.setting);
    if ('failure' in opened || !opened.readable) return opened;
    if (this.firstNew === undefined) this.newPoolDeviations.push(...this.shapeDeviations(opened));
    this.firstNew ??= opened.fresh;
    this.newPoolDeviations.push(...this.differences(this.firstNew, opened.fresh));
    return opened;
  }

  private shapeDeviations({ fresh, createdId }: ScratchPool): readonly Deviation[] {
    const { contract, existing } = this.setting;
    return [
      ...dateFormDeviations(contract, fresh),
      ...poolIdDeviations(contract, describeOperation, fresh.fixed.Id),
      ...(existing === undefined ? poolIdDeviations(contract, createOperation, createdId) : []),
    ];
  }

  // An update that changes the defaults shows in pools created later.
  private differences(first: PoolState, later: PoolState): readonly Deviation[] {
    return changedMembers(first, later).flatMap((member) =>
      wireDeviation(this.setting.contract, {
        check: 'isolated',
        kind: 'leaked-state',
        actual: `A new pool showed ${member} ${shownValue(first.members[member])}, and one made later, in the same way, ${shownValue(later.members[member])}.`,
        answerClass: 'new-pool',
      }).map((deviation) => ({ ...deviation, member })),
    );
  }

  private isolation(before: PoolState, now: PoolState): Verdict {
    const touched = changedMembers(before, now).flatMap((member): readonly Deviation[] =>
      wireDeviation(this.setting.contract, {
        check: 'isolated',
        kind: 'leaked-state',
        actual: `A pool that was never updated showed ${member} ${shownValue(before.members[member])} and now shows ${shownValue(now.members[member])}.`,
        answerClass: 'changed',
      }).map((deviation) => ({ ...deviation, member })),
    );
    return verdictOf([...touched, ...this.newPoolDeviations], unchanged);
  }
}
