import { isThrottled } from './isThrottled.ts';
import type { Transport } from './transport.ts';

/** Time as the rate sees it; a test puts its own in place. */
export interface Clock {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

const realClock: Clock = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** Unthrottled answers in a row after which the rate goes up again. */
const goodRow = 10;

/**
 * A transport that sends at most a number of requests per second. It halves the rate when the target throttles, and raises it
 * again step by step.
 */
export function rateLimitedTransport(transport: Transport, rate: number, clock: Clock = realClock): Transport {
  const pace = new Pace(rate, clock);
  return {
    sent: transport.sent,
    route: transport.route,
    close: () => transport.close(),
    send: async (operation, body, purpose, form) => {
      await pace.turn();
      const answer = await transport.send(operation, body, purpose, form);
      pace.learn(isThrottled(answer));
      return answer;
    },
  };
}

class Pace {
  private readonly most: number;
  private readonly clock: Clock;
  private rate: number;
  private next = 0;
  private good = 0;

  constructor(rate: number, clock: Clock) {
    this.most = rate;
    this.rate = rate;
    this.clock = clock;
  }

  /** Waits for the next place in the row. */
  async turn(): Promise<void> {
    const now = this.clock.now();
    const at = Math.max(now, this.next);
    this.next = at + 1000 / this.rate;
    if (at > now) await this.clock.sleep(at - now);
  }

  learn(throttled: boolean): void {
    this.good = throttled ? 0 : this.good + 1;
    if (throttled) this.rate = Math.max(this.rate / 2, this.most / 32);
    else if (this.good % goodRow === 0) this.rate = Math.min(this.most, this.rate * 1.5);
  }
}
