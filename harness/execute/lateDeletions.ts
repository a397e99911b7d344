import { setTimeout as wait } from 'node:timers/promises';
import { deviationsOf } from '../judge/verdictOf.ts';
import type { Verdict } from '../record/record.ts';
import type { Answer } from '../transport/answer.ts';

/** An update as it was answered and judged. */
interface JudgedUpdate {
  readonly answer: Pick<Answer, 'kind'>;
  readonly verdict: Verdict;
}

/** How a target deals with updates of deleted pools; shared by all cases of a run. */
export class LateDeletions {
  /** What was still seen after every pause: it is no matter of time and need not be waited for again. */
  private readonly lasting = new Set<string>();
  private readonly pauses: readonly number[];
  /** The last update that is sent again, by what was seen of it: what it shows spares the others of its kind their waiting. */
  private readonly underWay = new Map<string, Promise<unknown>>();

  /** `pauses` are those before an update is sent again, in milliseconds. */
  constructor(pauses: readonly number[] = [100, 400, 1600]) {
    this.pauses = pauses;
  }

  /** Repeats an update of a deleted pool while it deviates: nobody promises that a deletion takes effect before it is answered. */
  settle<T extends JudgedUpdate>(first: T, repeat: () => Promise<T>): Promise<T> {
    const key = answerKey(first);
    const settled = (this.underWay.get(key) ?? Promise.resolve()).then(() => this.repeated(first, repeat));
    this.underWay.set(
      key,
      settled.catch(() => undefined),
    );
    return settled;
  }

  private async repeated<T extends JudgedUpdate>(first: T, repeat: () => Promise<T>): Promise<T> {
    let outcome = first;
    for (const pause of this.pauses) {
      if (!this.mayBeLate(outcome)) return outcome;
      await wait(pause);
      outcome = await repeat();
    }
    if (this.mayBeLate(outcome)) this.lasting.add(answerKey(outcome));
    return outcome;
  }

  private mayBeLate(outcome: JudgedUpdate): boolean {
    const { verdict, answer } = outcome;
    return verdict.kind === 'deviates' && answer.kind === 'answered' && !this.lasting.has(answerKey(outcome));
  }
}

function answerKey({ verdict }: JudgedUpdate): string {
  return JSON.stringify(deviationsOf(verdict).map(({ clause, kind, answerClass }) => [clause, kind, answerClass]));
}
