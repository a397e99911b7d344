import type { Case } from '../../generators/cases/case.ts';
import { deviationsOf } from '../judge/verdictOf.ts';
import type { Lane } from '../plan/plan.ts';
import type { Deviation } from '../record/record.ts';
import { isAccepted } from '../transport/answer.ts';
import { type CaseOutcome, type CaseSetting, isConclusive } from './caseOutcome.ts';
import { excusedOutcome } from './excusedOutcome.ts';
import { HeldRefusals } from './heldRefusals.ts';
import type { LaneEvents } from './laneEvents.ts';
import { LanePools } from './lanePools.ts';
import { LaneRefusals } from './laneRefusals.ts';
import type { LearnedRefusals } from './learnedRefusals.ts';
import { Leniency } from './leniency.ts';
import { mapConcurrently } from './mapConcurrently.ts';
import { isSpoiled } from './runUpdate.ts';
import { type PoolFailure, refreshState, type ScratchPool } from './scratchPool.ts';
import type { SparePools } from './sparePools.ts';
import { UnreadCases } from './unreadCases.ts';
import { isReusable, isWorthSettingAside, suitsUsedPool } from './usedPool.ts';

/** What the lanes of a run leave to one another. */
export interface SharedByLanes {
  readonly refusals: LearnedRefusals;
  readonly spares: SparePools;
}

/** Runs the cases of a lane on a pool of its own that is replaced when a case leaves it unusable, in order but for those put off. */
export async function runLane(
  setting: CaseSetting,
  lane: Lane,
  events: LaneEvents,
  { refusals, spares }: SharedByLanes,
): Promise<PoolFailure | undefined> {
  const run = new LaneRun(setting, lane, events, { refusals, spares });
  try {
    return await run.all();
  } finally {
    run.held.release();
    await run.pools.remove();
  }
}

/** Requests that may hang at once. */
const hangingAtOnce = 24;

function isUnanswered({ answer }: CaseOutcome): boolean {
  return answer.kind === 'unanswered' && answer.why === 'timeout';
}

/** Whether any outcome has a deviation in common with an earlier one; true where that one has none. */
function isSeenAgain(earlier: CaseOutcome, outcomes: readonly CaseOutcome[]): boolean {
  const seen = deviationsOf(earlier.verdict);
  const isSame = ({ clause, kind, member }: Deviation) =>
    seen.some((each) => each.clause === clause && each.kind === kind && each.member === member);
  return seen.length === 0 || outcomes.some(({ verdict }) => deviationsOf(verdict).some(isSame));
}

class LaneRun {
  readonly pools: LanePools;
  readonly held: HeldRefusals;
  private readonly setting: CaseSetting;
  private readonly lane: Lane;
  private readonly events: LaneEvents;
  private readonly learned: LaneRefusals;
  /** Whether the last request that no client sends was not answered, by a target without pools. */
  private hasHung = false;

  constructor(setting: CaseSetting, lane: Lane, events: LaneEvents, { refusals, spares }: SharedByLanes) {
    this.setting = { ...setting, untaken: new Set() };
    this.lane = lane;
    this.events = events;
    this.pools = new LanePools(setting, lane, spares);
    this.held = new HeldRefusals(setting, events);
    this.learned = new LaneRefusals(this.setting, refusals);
  }

  async all(): Promise<PoolFailure | undefined> {
    const leniency = new Leniency(this.setting);
    const putOff: Case[] = [];
    const left = [...this.lane.cases].values();
    for (const testCase of left) {
      if (this.events.stopped()) return undefined;
      if (leniency.isPutOff(testCase)) putOff.push(testCase);
      else {
        const trouble = await this.one(testCase, leniency);
        if (trouble !== undefined) return trouble;
        const stuck = this.hasHung ? await this.sideBySide([...left]) : undefined;
        if (stuck !== undefined) return stuck;
      }
    }
    const unsettled = await this.settle();
    if (unsettled !== undefined) return unsettled;
    const trouble = await this.runAgain(await this.unread(putOff));
    if (trouble !== undefined) return trouble;
    if (putOff.length > 0 && this.events.stopped()) return undefined;
    this.events.outcome(await this.pools.controlOutcome());
    return undefined;
  }

  private async one(testCase: Case, leniency?: Leniency, tell = this.events.outcome): Promise<PoolFailure | undefined> {
    if (await this.isDoneAside(testCase, leniency, tell)) return undefined;
    await this.pools.leaveFactors(testCase);
    const current = await this.pools.current();
    if ('failure' in current) return current;
    const isHeld = leniency !== undefined && !leniency.isLikely() && this.held.mayHold(current, testCase);
    if (isHeld) return this.refused(current, testCase, leniency);
    const unsettled = await this.settle();
    if (unsettled !== undefined) return unsettled;
    const pool = await this.pools.fitFor(testCase);
    if ('failure' in pool) return pool;
    this.events.pool?.(pool, testCase);
    return this.finish(pool, await this.learned.run(pool, testCase), leniency, tell);
  }

  /** Runs a case that has to be refused; the pool is read after some of these. */
  private async refused(pool: ScratchPool, testCase: Case, leniency: Leniency): Promise<PoolFailure | undefined> {
    this.events.pool?.(pool, testCase);
    const outcome = await this.learned.run(pool, testCase, true);
    if (outcome.isUnread) {
      leniency.note(pool, outcome);
      return this.held.add(outcome) ? this.settle() : undefined;
    }
    const again = this.held.settle(outcome.after);
    if (again.length === 0 || isAccepted(outcome.answer))
      return (await this.finish(pool, outcome, leniency)) ?? this.runAgain(again.map((refusal) => refusal.case));
    // What the pool shows now may be the work of an earlier refusal: this one is judged on a pool that none of them was sent to.
    await this.pools.replace();
    return this.runSeparately(again, [testCase]);
  }

  /** Reads the pool after the refusals since it was last read. */
  private async settle(): Promise<PoolFailure | undefined> {
    const pool = this.held.isEmpty() ? undefined : await this.pools.current();
    if (pool === undefined || 'failure' in pool) return pool;
    const again = this.held.settle(await refreshState(this.setting, pool));
    if (again.length > 0) await this.pools.replace();
    return this.runSeparately(again);
  }

  /**
   * Runs refusals after which the pool had changed again, one by one, and others with them. A change that comes after none of them now
   * was seen all the same: it is told of the last one.
   */
  private async runSeparately(
    refusals: readonly CaseOutcome[],
    others: readonly Case[] = [],
  ): Promise<PoolFailure | undefined> {
    const [latest] = refusals.slice(-1);
    if (latest === undefined) return undefined;
    const last = await excusedOutcome(this.setting, latest);
    const outcomes: CaseOutcome[] = [];
    const isOfLast = (outcome: CaseOutcome) => outcome.case.id === last.case.id;
    const trouble = await this.runAgain([...refusals.map((refusal) => refusal.case), ...others], (outcome) => {
      outcomes.push(outcome);
      if (!isOfLast(outcome)) this.events.outcome(outcome);
    });
    const told = isSeenAgain(last, outcomes) ? outcomes.find(isOfLast) : last;
    if (told !== undefined) this.events.outcome(told);
    return trouble;
  }

  private async runAgain(cases: readonly Case[], tell = this.events.outcome): Promise<PoolFailure | undefined> {
    for (const testCase of cases) {
      if (this.events.stopped()) return undefined;
      const trouble = await this.one(testCase, undefined, tell);
      if (trouble !== undefined) return trouble;
    }
    return undefined;
  }

  private async finish(
    pool: ScratchPool,
    outcome: CaseOutcome,
    leniency: Leniency | undefined,
    tell = this.events.outcome,
  ): Promise<PoolFailure | undefined> {
    tell(outcome);
    leniency?.note(pool, outcome);
    this.hasHung = this.lane.phase === 'wire' && !pool.readable && isUnanswered(outcome);
    if (isSpoiled(outcome))
      await (isWorthSettingAside(outcome, leniency?.isLikely() === true)
        ? this.pools.setAside()
        : this.pools.replace());
    return undefined;
  }

  /**
   * Runs requests that no client sends side by side on a target without pools, where none can disturb another: one that hangs at
   * one of them hangs at many. Their outcomes come in order.
   */
  private async sideBySide(cases: readonly Case[]): Promise<PoolFailure | undefined> {
    const pool = await this.pools.current();
    if ('failure' in pool) return pool;
    const done = new Map<number, CaseOutcome>();
    let told = 0;
    await mapConcurrently([...cases.entries()], hangingAtOnce, async ([index, testCase]) => {
      if (this.events.stopped()) return;
      done.set(index, await this.learned.run(pool, testCase));
      for (let next = done.get(told); next !== undefined; next = done.get(told)) {
        this.events.outcome(next);
        told += 1;
      }
    });
    return undefined;
  }

  /**
   * Runs a case on the pool that was set aside, where any pool will do for it. The outcome counts if the request is accepted there;
   * what that pool holds could be a reason to refuse it, and what refuses it has to leave a sound pool as it was.
   */
  private async isDoneAside(
    testCase: Case,
    leniency: Leniency | undefined,
    tell: LaneEvents['outcome'],
  ): Promise<boolean> {
    const pool = this.pools.aside();
    if (pool === undefined || !suitsUsedPool(this.setting, pool, testCase)) return false;
    this.events.pool?.(pool, testCase);
    const outcome = await this.learned.runOnce(pool, testCase);
    if (!isReusable(outcome)) await this.pools.removeAside();
    if (!isAccepted(outcome.answer) || !isConclusive(outcome)) return false;
    tell(outcome);
    leniency?.note(pool, outcome);
    return true;
  }

  /**
   * Runs cases on a pool that is not read after each, and gives those back that it tells too little of: the one that was set aside, or
   * else the control pool.
   */
  private async unread(cases: readonly Case[]): Promise<readonly Case[]> {
    if (cases.length === 0 || this.events.stopped()) return cases;
    const aside = this.pools.aside();
    if (aside !== undefined) return this.unreadOn(aside, cases);
    const control = await this.pools.takeControl();
    if (control === undefined) return cases;
    const again = await this.unreadOn(control, cases);
    await this.pools.checkPoolBesideControl();
    return again;
  }

  private async unreadOn(pool: ScratchPool, cases: readonly Case[]): Promise<readonly Case[]> {
    // What these cases break is broken whatever the pool holds by now.
    const asNew = { ...pool, state: this.pools.stateWhenNew() ?? pool.state };
    const again = await new UnreadCases(asNew, this.events, {
      send: (unread, testCase) => this.learned.runOnce(unread, testCase),
      isSound: () => this.pools.isSound(pool),
      readsFirsts: this.lane.followsFirsts !== true,
      isOfType: ({ clause }) => this.setting.contract.byId.get(clause)?.constraint.kind === 'type',
    }).run(cases);
    if (again.length > 0) await this.pools.renew();
    return again;
  }
}
