import type { Case } from '../../generators/cases/case.ts';
import { isAccepted } from '../transport/answer.ts';
import { isThrottled } from '../transport/isThrottled.ts';
import type { CaseOutcome, CaseSetting } from './caseOutcome.ts';
import { isPlainBreach } from './plainUpdates.ts';
import type { ScratchPool } from './scratchPool.ts';

/**
 * Whether the target accepts most of what it should refuse, as far as a lane has seen. A pool that has stored such a request is of
 * no use to other cases, so further requests of this kind are put off to the end of the lane, where they share a pool.
 */
export class Leniency {
  private readonly setting: CaseSetting;
  private accepted = 0;
  private refused = 0;

  constructor(setting: CaseSetting) {
    this.setting = setting;
  }

  isLikely(): boolean {
    return this.accepted > this.refused;
  }

  isPutOff(testCase: Case): boolean {
    return this.isLikely() && this.setting.existing === undefined && isPlainBreach(this.setting, testCase);
  }

  note(pool: ScratchPool, { case: testCase, expectation, answer }: CaseOutcome): void {
    if (!pool.readable || expectation.kind !== 'rejected' || !isPlainBreach(this.setting, testCase)) return;
    if (answer.kind === 'unanswered' || isThrottled(answer)) return;
    if (isAccepted(answer)) this.accepted += 1;
    else this.refused += 1;
  }
}
