import type { Transport } from './transport.ts';

/** The run was interrupted: nothing is sent any more but what deletes or restores pools. */
export class RunInterrupted extends Error {
  override readonly name = 'RunInterrupted';

  constructor() {
    super('The run was interrupted.');
  }
}

/**
 * A transport whose requests are abandoned as soon as a signal is aborted: whoever waits for an answer gets RunInterrupted at
 * once. Removals are sent all the same, unless somebody else deletes the pools then.
 */
export function abortableTransport(
  transport: Transport,
  signal: AbortSignal,
  { abandonsRemovals = false }: { readonly abandonsRemovals?: boolean } = {},
): Transport {
  const waiting = new Waiting(signal);
  return {
    sent: transport.sent,
    route: transport.route,
    close: () => transport.close(),
    send: (operation, body, purpose = 'test', form) => {
      const send = () => transport.send(operation, body, purpose, form);
      return purpose === 'removal' && !abandonsRemovals ? send() : waiting.untilAborted(send);
    },
  };
}

type Abandon = (reason: RunInterrupted) => void;

/** Those who wait for answers until a signal is aborted: one listener for all of them, since there are thousands of requests. */
class Waiting {
  private readonly signal: AbortSignal;
  private readonly all = new Set<Abandon>();

  constructor(signal: AbortSignal) {
    this.signal = signal;
  }

  /** The result of work, unless the signal is aborted before; rejects with RunInterrupted then. */
  untilAborted<T>(work: () => Promise<T>): Promise<T> {
    if (this.signal.aborted) return Promise.reject(new RunInterrupted());
    return new Promise((resolve, reject) => {
      this.add(reject);
      const settled =
        <R>(settle: (result: R) => void) =>
        (result: R) => {
          this.remove(reject);
          settle(result);
        };
      work().then(settled(resolve), settled(reject));
    });
  }

  private add(abandon: Abandon): void {
    if (this.all.size === 0) this.signal.addEventListener('abort', this.abandonAll);
    this.all.add(abandon);
  }

  private remove(abandon: Abandon): void {
    this.all.delete(abandon);
    if (this.all.size === 0) this.signal.removeEventListener('abort', this.abandonAll);
  }

  private readonly abandonAll = () => {
    for (const abandon of this.all) abandon(new RunInterrupted());
  };
}
