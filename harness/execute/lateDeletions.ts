import { setTimeout as wait } from 'node:timers/promises';
import { deviationsOf } from '../judge/verdictOf.ts';
import type { CaseOutcome } from './caseOutcome.ts';

/** Pauses in milliseconds before an update of a deleted pool is sent again. */
const pauses = [100, 400, 1600];

/** How a target deals with updates of deleted pools; shared by all cases of a run. */
export class LateDeletions {
  /** What was still seen after every pause: it is no matter of time and need not be waited for again. */
  private readonly lasting = new Set<string>();

  /** Repeats an update of a deleted pool while it deviates: nobody promises that a deletion takes effect before it is answered. */
  async settle(first: CaseOutcome, repeat: () => Promise<CaseOutcome>): Promise<CaseOutcome> {
    let outcome = first;
    for (const pause of pauses) {
      if (!this.mayBeLate(outcome)) return outcome;
      await wait(pause);
      outcome = await repeat();
    }
    if (this.mayBeLate(outcome)) this.lasting.add(symptomOf(outcome));
    return outcome;
  }

  private mayBeLate(outcome: CaseOutcome): boolean {
    const { verdict, answer } = outcome;
    return verdict.kind === 'deviates' && answer.kind === 'answered' && !this.lasting.has(symptomOf(outcome));
  }
}

function symptomOf({ verdict }: CaseOutcome): string {
  return JSON.stringify(deviationsOf(verdict).map(({ clause, kind, answerClass }) => [clause, kind, answerClass]));
}
