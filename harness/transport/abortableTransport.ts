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
  return {
    sent: transport.sent,
    route: transport.route,
    close: () => transport.close(),
    send: (operation, body, purpose = 'test', form) => {
      const send = () => transport.send(operation, body, purpose, form);
      return purpose === 'removal' && !abandonsRemovals ? send() : untilAborted(signal, send);
    },
  };
}

/** The result of work, unless the signal is aborted before; rejects with RunInterrupted then. */
function untilAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  if (signal.aborted) return Promise.reject(new RunInterrupted());
  return new Promise((resolve, reject) => {
    const abandon = () => reject(new RunInterrupted());
    signal.addEventListener('abort', abandon, { once: true });
    const done = () => signal.removeEventListener('abort', abandon);
    work().then(resolve, reject).finally(done);
  });
}
