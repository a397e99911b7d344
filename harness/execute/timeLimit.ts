import { timeSpan } from '../../specs/timeSpan.ts';
import { BudgetSpent } from '../transport/budgetedTransport.ts';
import type { Transport } from '../transport/transport.ts';

/** The share of the time in which cases are sent once there are findings; the rest makes those small. */
const shareOfCases = 0.7;

/** How long a run may take. Its clock starts when it is made. */
export class TimeLimit {
  /** What ended, as the reason of what was not tried. */
  readonly says: string;
  private readonly end: number;
  private readonly endOfCases: number;
  private readonly now: () => number;

  /** The limit and the clock are in milliseconds. */
  constructor(ms: number, now: () => number = () => performance.now()) {
    this.says = `The time of ${timeSpan(ms)} is spent.`;
    this.now = now;
    this.end = now() + ms;
    this.endOfCases = now() + ms * shareOfCases;
  }

  /** Whether no further case may begin. Where nothing was found, no time is kept to make it small. */
  isOverForCases(hasFindings: boolean): boolean {
    return this.now() >= (hasFindings ? this.endOfCases : this.end);
  }

  /** A transport that throws BudgetSpent when the time is over, unless a pool is removed. */
  guard(transport: Transport): Transport {
    return {
      ...transport,
      send: async (operation, body, purpose = 'test', form) => {
        if (purpose !== 'removal' && this.now() >= this.end) throw new BudgetSpent(this.says);
        return transport.send(operation, body, purpose, form);
      },
    };
  }
}
