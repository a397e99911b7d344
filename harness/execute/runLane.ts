import type { Case, Phase } from '../../generators/cases/case.ts';
import type { JsonObject } from '../../specs/json.ts';
import { changedMembers, dateFormDeviations, shown } from '../judge/state.ts';
import { wireDeviation } from '../judge/wire.ts';
import type { PoolState } from '../oracle/poolState.ts';
import type { Lane } from '../plan/plan.ts';
import type { Deviation, Verdict } from '../record/record.ts';
import { LaneGround } from './laneRefusals.ts';
import type { Ground } from './learnedRefusals.ts';
import { type CaseOutcome, type CaseSetting, isSpoiled } from './runUpdate.ts';
import { isAsNew, openPool, type PoolTrouble, readPool, removePool, type ScratchPool } from './scratchPool.ts';

/** What a lane tells while it runs. */
export interface LaneEvents {
  readonly outcome: (outcome: CaseOutcome) => void;
  /** Told before each case: the pool that it will meet. */
  readonly pool?: (pool: ScratchPool, one: Case) => void;
  /** Asked before every case; true ends the lane early, its pools are deleted all the same. */
  readonly stopped: () => boolean;
}

/** Runs the cases of a lane in order, on a pool of its own that is replaced when a case spoils it. */
export async function runLane(
  setting: CaseSetting,
  lane: Lane,
  events: LaneEvents,
  ground: Ground,
): Promise<PoolTrouble | undefined> {
  const pools = new LanePools(setting, lane);
  const learned = new LaneGround(setting, ground);
  try {
    for (const one of lane.cases) {
      if (events.stopped()) return undefined;
      const pool = await pools.fitFor(one);
      if ('trouble' in pool) return pool;
      events.pool?.(pool, one);
      const outcome = await learned.run(pool, one);
      events.outcome(outcome);
      if (isSpoiled(outcome)) await pools.replace();
    }
    events.outcome(await pools.witnessOutcome());
    return undefined;
  } finally {
    await pools.remove();
  }
}

/** What no update can touch, so that its loss is seen where states are looked at closest. */
const settledAtCreation: Readonly<Partial<Record<Phase, JsonObject>>> = {
  examples: {
    AliasAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
    Schema: [{ Name: 'poolproof', AttributeDataType: 'String' }],
  },
  sequence: { UsernameAttributes: ['email'], UsernameConfiguration: { CaseSensitive: false } },
};

class LanePools {
  private readonly setting: CaseSetting;
  private readonly lane: Lane;
  private pool: ScratchPool | undefined;
  private witness: ScratchPool | undefined;
  /** The lane's first pool as it was when it was new. */
  private firstNew: PoolState | undefined;
  /** What the lane's new pools show that they should not. */
  private readonly noticed: Deviation[] = [];

  constructor(setting: CaseSetting, lane: Lane) {
    const creation = setting.existing === undefined ? settledAtCreation[lane.phase] : undefined;
    this.setting = creation === undefined ? setting : { ...setting, creation };
    this.lane = lane;
  }

  async current(): Promise<ScratchPool | PoolTrouble> {
    if (this.pool !== undefined) return this.pool;
    const opened = await this.open();
    if ('trouble' in opened) return opened;
    this.pool = opened;
    // Made after the lane's own pool, and never touched: what it shows at the end has leaked into it.
    if (this.witness === undefined) {
      const witness = await this.open();
      if (!('trouble' in witness)) this.witness = witness;
    }
    return opened;
  }

  /** The current pool, or a new one where the case asks for that. */
  async fitFor({ prior }: Case): Promise<ScratchPool | PoolTrouble> {
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
    if (this.witness !== undefined) await removePool(this.setting.transport, this.witness.id);
  }

  /** The lane's last case: the pool that was never touched is still as it was. */
  async witnessOutcome(): Promise<CaseOutcome> {
    const { contract, transport } = this.setting;
    const witness = this.witness;
    const now = witness?.readable !== true ? undefined : await readPool(transport, contract.edition, witness.id, {});
    const verdict: Verdict =
      witness === undefined || now === undefined || 'trouble' in now
        ? { kind: 'skipped', why: 'No second pool could be made or read.' }
        : this.isolation(witness.state, now);
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
      expectation: { kind: 'accepted', state: [] },
      answer: { kind: 'unanswered', why: 'not-sent', detail: 'another pool was read', ms: 0 },
      before: null,
      after: null,
      verdict,
    };
  }

  private async open(): Promise<ScratchPool | PoolTrouble> {
    const opened = await openPool(this.setting);
    if ('trouble' in opened || !opened.readable) return opened;
    if (this.firstNew === undefined) this.noticed.push(...dateFormDeviations(this.setting.contract, opened.fresh));
    this.firstNew ??= opened.fresh;
    this.noticed.push(...this.differences(this.firstNew, opened.fresh));
    return opened;
  }

  // What an update changes in the defaults themselves shows in the pools that are made after it.
  private differences(first: PoolState, later: PoolState): readonly Deviation[] {
    return changedMembers(first, later).flatMap((member) =>
      wireDeviation(this.setting.contract, {
        check: 'isolated',
        kind: 'leaked-state',
        actual: `A new pool showed ${member} ${shown(first.members[member])}, and one made later, in the same way, ${shown(later.members[member])}.`,
        answerClass: 'new-pool',
      }).map((deviation) => ({ ...deviation, member })),
    );
  }

  private isolation(before: PoolState, now: PoolState): Verdict {
    const touched = changedMembers(before, now).flatMap((member): readonly Deviation[] =>
      wireDeviation(this.setting.contract, {
        check: 'isolated',
        kind: 'leaked-state',
        actual: `A pool that was never updated showed ${member} ${shown(before.members[member])} and now shows ${shown(now.members[member])}.`,
        answerClass: 'changed',
      }).map((deviation) => ({ ...deviation, member })),
    );
    const deviations = [...touched, ...this.noticed];
    return deviations.length === 0 ? { kind: 'conforms' } : { kind: 'deviates', deviations };
  }
}
