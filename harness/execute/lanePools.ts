import type { Case } from '../../generators/cases/case.ts';
import { laneCreations } from '../../generators/cases/laneCreations.ts';
import { ownMember } from '../../specs/json.ts';
import { createOperation, describeOperation } from '../../specs/operation.ts';
import { dateFormDeviations } from '../judge/judgeDates.ts';
import { changedMembers, fixedDeviations, poolIdDeviations } from '../judge/judgeState.ts';
import { shownTypeDeviations } from '../judge/judgeTypes.ts';
import { wireDeviation } from '../judge/judgeWire.ts';
import { shownValue } from '../judge/shownValue.ts';
import { verdictOf } from '../judge/verdictOf.ts';
import type { PoolState } from '../oracle/poolState.ts';
import { sameShown } from '../oracle/sameShown.ts';
import type { Lane } from '../plan/plan.ts';
import type { Deviation, Verdict } from '../record/record.ts';
import { isInPriorState } from './applyPriorState.ts';
import type { CaseOutcome, CaseSetting } from './caseOutcome.ts';
import { discardPool } from './removePool.ts';
import { createPool, isAsNew, type PoolFailure, readPool, type ScratchPool } from './scratchPool.ts';
import type { SparePools } from './sparePools.ts';

const unchanged = { kind: 'accepted', state: [] } as const;

/** The pools of a lane: the one that its cases run on, and a control pool that is not updated. */
export class LanePools {
  private readonly setting: CaseSetting;
  private readonly lane: Lane;
  private readonly spares: SparePools;
  private pool: ScratchPool | undefined;
  private controlPool: ScratchPool | undefined;
  /** A pool that has stored what it should have refused. */
  private setAsidePool: ScratchPool | undefined;
  /** The lane's first pool as it was right after creation. */
  private firstNew: ScratchPool | undefined;
  /** Deviations seen in pools that were not updated: new ones, and those beside the one that was. */
  private readonly untouchedDeviations: Deviation[] = [];
  private isControlUsed = false;
  /** Whether the control pool was read at the end of the lane, and showed what it did when it was new. */
  private isControlAsNew = false;

  constructor(setting: CaseSetting, lane: Lane, spares: SparePools) {
    const creation = setting.existing === undefined ? laneCreations[lane.phase] : undefined;
    this.setting = creation === undefined ? setting : { ...setting, creation };
    this.lane = lane;
    this.spares = spares;
  }

  async current(): Promise<ScratchPool | PoolFailure> {
    if (this.pool !== undefined) return this.pool;
    const opened = this.spare() ?? (await this.open());
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
    if (prior?.fresh === true) await this.renew();
    return this.current();
  }

  /** Replaces a pool with factors that a case has set, unless this one is to have the same and they need not be set again. */
  async leaveFactors({ prior }: Case): Promise<void> {
    if (this.pool === undefined || sameShown(this.pool.factors, this.setting.existing?.factors ?? {})) return;
    if (prior?.mfa === undefined || !isInPriorState(this.pool, prior)) await this.replace();
  }

  /** Replaces the pool unless it is as new. */
  async renew(): Promise<void> {
    if (this.pool !== undefined && !isAsNew(this.pool)) await this.replace();
  }

  /** The pool that was set aside, if there is one. */
  aside(): ScratchPool | undefined {
    return this.setAsidePool;
  }

  /** What the first pool of the lane showed when it was new. */
  stateWhenNew(): PoolState | undefined {
    return this.firstNew?.state;
  }

  /** Keeps the current pool for cases that any pool will do for, and has a new one made for the others. */
  async setAside(): Promise<void> {
    if (this.setAsidePool !== undefined || this.pool?.readable !== true || this.setting.existing !== undefined)
      return this.replace();
    this.setAsidePool = this.pool;
    this.pool = undefined;
  }

  async removeAside(): Promise<void> {
    if (this.setAsidePool !== undefined) await discardPool(this.setting.transport, this.setAsidePool);
    this.setAsidePool = undefined;
  }

  async replace(): Promise<void> {
    if (this.pool !== undefined) await discardPool(this.setting.transport, this.pool);
    this.pool = undefined;
  }

  async remove(): Promise<void> {
    await this.replace();
    await this.removeAside();
    if (this.controlPool === undefined) return;
    if (this.isControlAsNew) this.spares.give(this.setting.creation, this.controlPool);
    else await discardPool(this.setting.transport, this.controlPool);
  }

  /**
   * The control pool, for cases whose pool is not read each time, if it is as it was until now. The pool of the lane, which is not
   * updated meanwhile, takes its place. Undefined where there is no such pair of pools.
   */
  async takeControl(): Promise<ScratchPool | undefined> {
    const pool = await this.current();
    const control = this.controlPool;
    if ('failure' in pool || !pool.readable || control?.readable !== true) return undefined;
    const now = await this.read(control);
    if (now === undefined || changedMembers(control.state, now).length > 0) return undefined;
    this.isControlUsed = true;
    return control;
  }

  /** Whether the control pool, after updates, can be read and shows nothing that no update may change. */
  async isSound(control: ScratchPool): Promise<boolean> {
    const now = await this.read(control);
    if (now === undefined) return false;
    const before = control.state;
    control.state = now;
    return fixedDeviations(this.setting.contract, before, now).length === 0;
  }

  /** Compares the pool of the lane with what it showed before the control pool was updated. */
  async checkPoolBesideControl(): Promise<void> {
    if (this.pool === undefined) return;
    const now = await this.read(this.pool);
    if (now === undefined) return;
    this.untouchedDeviations.push(...this.leaks(this.pool.state, now));
    if (changedMembers(this.pool.state, now).length > 0) await this.replace();
  }

  /** The lane's last case: the control pool is unchanged. */
  async controlOutcome(): Promise<CaseOutcome> {
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
      verdict: await this.isolation(),
    };
  }

  private async isolation(): Promise<Verdict> {
    if (this.isControlUsed) return verdictOf(this.untouchedDeviations, unchanged);
    const control = this.controlPool;
    const now = control?.readable === true ? await this.read(control) : undefined;
    if (control === undefined || now === undefined)
      return { kind: 'skipped', why: 'No second pool could be made or read.' };
    const leaks = this.leaks(control.state, now);
    this.isControlAsNew = leaks.length === 0 && this.setting.existing === undefined;
    return verdictOf([...leaks, ...this.untouchedDeviations], unchanged);
  }

  private async read({ id, state, factors }: ScratchPool): Promise<PoolState | undefined> {
    const { contract, transport } = this.setting;
    const now = await readPool(transport, contract.edition, id, factors, state);
    return 'failure' in now ? undefined : now;
  }

  /** A pool that another lane left as new. */
  private spare(): ScratchPool | undefined {
    const spare = this.spares.take(this.setting.creation);
    if (spare !== undefined) this.noteNew(spare);
    return spare;
  }

  private async open(): Promise<ScratchPool | PoolFailure> {
    const { creation } = this.setting;
    const opened = await createPool(this.setting, this.firstNew ?? this.spares.first(creation));
    if ('failure' in opened || !opened.readable) return opened;
    this.noteNew(opened);
    this.spares.noteFirst(creation, { ...opened });
    return opened;
  }

  private noteNew(opened: ScratchPool): void {
    if (this.firstNew === undefined) this.untouchedDeviations.push(...this.shapeDeviations(opened));
    this.firstNew ??= { ...opened };
    this.untouchedDeviations.push(...this.defaultChanges(this.firstNew.created, opened.created));
  }

  private shapeDeviations({ fresh, createdId }: ScratchPool): readonly Deviation[] {
    const { contract, existing } = this.setting;
    return [
      ...dateFormDeviations(contract, fresh.fixed),
      ...shownTypeDeviations(contract, fresh),
      ...poolIdDeviations(contract, describeOperation, fresh.fixed.Id),
      ...(existing === undefined ? poolIdDeviations(contract, createOperation, createdId) : []),
    ];
  }

  // An update that changes the defaults shows in pools created later.
  private defaultChanges(first: PoolState, later: PoolState): readonly Deviation[] {
    const says = (member: string, was: string, is: string) =>
      `A new pool showed ${member} ${was}, and one made later, in the same way, ${is}.`;
    return this.leakDeviations(first, later, 'new-pool', says);
  }

  private leaks(before: PoolState, now: PoolState): readonly Deviation[] {
    const says = (member: string, was: string, is: string) =>
      `A pool that was never updated showed ${member} ${was} and now shows ${is}.`;
    const fixed = fixedDeviations(this.setting.contract, before, now);
    return [...this.leakDeviations(before, now, 'changed', says), ...fixed];
  }

  private leakDeviations(
    before: PoolState,
    after: PoolState,
    answerClass: string,
    says: (member: string, was: string, is: string) => string,
  ): readonly Deviation[] {
    return changedMembers(before, after).flatMap((member) => {
      const actual = says(
        member,
        shownValue(ownMember(before.members, member)),
        shownValue(ownMember(after.members, member)),
      );
      const problem = { check: 'isolated', kind: 'leaked-state', actual, answerClass } as const;
      return wireDeviation(this.setting.contract, problem).map((deviation) => ({ ...deviation, member }));
    });
  }
}
