import type { Case } from '../../generators/cases/case.ts';
import type { CaseOutcome, CaseSetting } from './caseOutcome.ts';
import type { LaneEvents } from './laneEvents.ts';
import { isPlainBreach } from './plainUpdates.ts';
import { judgedUpdate } from './runUpdate.ts';
import type { ScratchPool } from './scratchPool.ts';

/** Most refusals in a row after which the pool is read once. */
const most = 16;

/** Characters of their answers after which it is read as well, so that long answers do not fill the memory. */
const mostText = 1_000_000;

/**
 * Refusals after which the pool has not been read yet: as a refusal leaves it as it was, one reading tells of several in a row. Of how
 * many doubles with each reading that shows no change. Where it shows one they are given back, to be run again and read one by one.
 */
export class HeldRefusals {
  private readonly setting: CaseSetting;
  private readonly events: Pick<LaneEvents, 'outcome'>;
  private held: CaseOutcome[] = [];
  private limit = 1;

  constructor(setting: CaseSetting, events: Pick<LaneEvents, 'outcome'>) {
    this.setting = setting;
    this.events = events;
  }

  /** Whether the reading after a case may be put off: it has to be refused for what it says, whatever the pool holds. */
  mayHold(pool: ScratchPool, testCase: Case): boolean {
    const isOwn = pool.readable && this.setting.existing === undefined;
    return isOwn && testCase.prior === undefined && isPlainBreach(this.setting, testCase);
  }

  isEmpty(): boolean {
    return this.held.length === 0;
  }

  /** Takes a refusal; true where the pool has to be read now. */
  add(outcome: CaseOutcome): boolean {
    this.held.push(outcome);
    return this.held.length >= this.limit || this.textHeld() > mostText;
  }

  /** Judges them by what the pool shows now, and gives those back that have to be run again. */
  settle(after: CaseOutcome['after']): readonly CaseOutcome[] {
    // A pool that shows the very state from before says nothing against a refusal as expected.
    const judged = this.held.map(({ isUnread: _nowRead, ...outcome }) =>
      after === outcome.before ? { ...outcome, after } : judgedUpdate(this.setting, { ...outcome, after }),
    );
    const isSound = judged.every(({ verdict }) => verdict.kind === 'conforms');
    this.held = [];
    this.limit = isSound ? Math.min(most, 2 * this.limit) : 1;
    if (!isSound) return judged;
    for (const outcome of judged) this.events.outcome(outcome);
    return [];
  }

  /** Where nothing may be sent any more: the answers stand, though the pool was not read after them. */
  release(): void {
    for (const outcome of this.held) this.events.outcome(outcome);
    this.held = [];
  }

  private textHeld(): number {
    return this.held.reduce((length, { answer }) => length + (answer.kind === 'answered' ? answer.text.length : 0), 0);
  }
}
