import type { Case } from '../../generators/cases/case.ts';
import type { MemberPath } from '../../specs/member.ts';
import { isAccepted } from '../transport/answer.ts';
import type { CaseOutcome } from './caseOutcome.ts';
import type { LaneEvents } from './laneEvents.ts';
import type { ScratchPool } from './scratchPool.ts';

/** How the cases are sent, and how their pool is looked after. */
export interface UnreadRun {
  readonly send: (pool: ScratchPool, testCase: Case) => Promise<CaseOutcome>;
  /** Whether the pool can be read and shows nothing that no update may change. */
  readonly isSound: () => Promise<boolean>;
  /** Whether the first wrong value of each member is read too: not where a lane before has done so. */
  readonly readsFirsts: boolean;
  /** Whether the case has a value of a wrong type, which a server is most likely to stumble over when it shows the pool. */
  readonly isOfType: (testCase: Case) => boolean;
}

/**
 * Runs invalid requests that a target is expected to accept one after another on a pool that is read after every value of a wrong
 * type and after the first other wrong value of each member alone. What such a run says too little of is given back, to be run on
 * a pool that is read each time: what is not accepted, since a refusal must leave the pool as it was, and everything since the
 * last reading where the pool is not sound.
 */
export class UnreadCases {
  private readonly events: Pick<LaneEvents, 'outcome' | 'pool' | 'stopped'>;
  private readonly unread: UnreadRun;
  private readonly pool: ScratchPool;
  private readonly readFor = new Set<MemberPath>();
  private readonly again: Case[] = [];
  /** Run since the last reading. */
  private held: { readonly testCase: Case; readonly outcome: CaseOutcome }[] = [];
  private accepted = 0;

  constructor(pool: ScratchPool, events: LaneEvents, unread: UnreadRun) {
    this.events = events;
    this.unread = unread;
    this.pool = { ...pool, readable: false };
  }

  /** The cases that have to be run in the usual way. */
  async run(cases: readonly Case[]): Promise<readonly Case[]> {
    try {
      return await this.each(cases);
    } finally {
      // Interrupted: the answers stand, though the pool was not read any more.
      this.release();
    }
  }

  private async each(cases: readonly Case[]): Promise<readonly Case[]> {
    for (const [index, testCase] of cases.entries()) {
      const rest = () => [...this.again, ...cases.slice(index + 1)];
      if (this.events.stopped()) return [];
      if (!(await this.one(testCase)) || this.again.length > this.accepted) return this.settled(rest);
    }
    return this.settled(() => this.again);
  }

  private async settled(left: () => readonly Case[]): Promise<readonly Case[]> {
    if (this.held.length > 0) await this.settle();
    return left();
  }

  /** False where the pool is not sound any more. */
  private async one(testCase: Case): Promise<boolean> {
    const outcome = await this.unread.send(this.pool, testCase);
    if (outcome.verdict.kind !== 'deviates' || !isAccepted(outcome.answer)) {
      this.again.push(testCase);
      return true;
    }
    this.accepted += 1;
    this.held.push({ testCase, outcome });
    const isFirst = this.unread.readsFirsts && !this.readFor.has(testCase.member);
    if (!isFirst && !this.unread.isOfType(testCase)) return true;
    this.readFor.add(testCase.member);
    return this.settle();
  }

  private async settle(): Promise<boolean> {
    const isSound = await this.unread.isSound();
    if (isSound) this.release();
    else this.again.push(...this.held.map(({ testCase }) => testCase));
    this.held = [];
    return isSound;
  }

  private release(): void {
    for (const { testCase, outcome } of this.held) {
      this.events.pool?.(this.pool, testCase);
      this.events.outcome(outcome);
    }
    this.held = [];
  }
}
