import { expect } from 'chai';
import { abortableTransport, RunInterrupted } from './abortableTransport.ts';
import type { Answer } from './answer.ts';
import type { Transport } from './transport.ts';

const accepted: Answer = {
  kind: 'answered',
  status: 200,
  headers: {},
  text: '{}',
  body: {},
  error: null,
  message: null,
  ms: 0,
};

/** A target that answers removals and leaves everything else without an answer. */
function hangingTarget(): Transport {
  let sent = 0;
  return {
    sent: () => sent,
    route: undefined,
    close: () => {},
    send: (_operation, _body, purpose) => {
      sent += 1;
      return purpose === 'removal' ? Promise.resolve(accepted) : new Promise(() => {});
    },
  };
}

function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('abortableTransport', () => {
  it('abandons a request that is waiting for its answer', async () => {
    const abort = new AbortController();
    const waiting = failure(abortableTransport(hangingTarget(), abort.signal).send('UpdateUserPool', '{}'));
    abort.abort();
    expect(await waiting).to.be.instanceOf(RunInterrupted);
  });

  it('sends nothing more afterwards, but removals', async () => {
    const target = hangingTarget();
    const transport = abortableTransport(target, AbortSignal.abort());
    expect(await failure(transport.send('UpdateUserPool', '{}'))).to.be.instanceOf(RunInterrupted);
    expect(target.sent()).to.equal(0);
    expect(await transport.send('DeleteUserPool', '{}', 'removal')).to.equal(accepted);
    const handsOver = abortableTransport(target, AbortSignal.abort(), { abandonsRemovals: true });
    const handedOver = await failure(handsOver.send('DeleteUserPool', '{}', 'removal'));
    expect(handedOver).to.be.instanceOf(RunInterrupted);
  });
});
