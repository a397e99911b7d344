import { expect } from 'chai';
import type { JsonValue } from '../../specs/json.ts';
import type { Answer } from './answer.ts';
import { poolLedger } from './poolLedger.ts';
import type { Transport } from './transport.ts';

function accepted(body: JsonValue): Answer {
  return { kind: 'answered', status: 200, headers: {}, text: '', body, error: null, message: null, ms: 0 };
}

/** A target that answers a creation only when it is told to. */
function slowTarget(): { readonly transport: Transport; readonly answer: () => void } {
  const answered = Promise.withResolvers<Answer>();
  return {
    transport: { sent: () => 0, route: undefined, close: () => {}, send: () => answered.promise },
    answer: () => answered.resolve(accepted({ UserPool: { Id: 'us-east-1_Late' } })),
  };
}

describe('poolLedger', () => {
  it('waits for a creation that nobody waits for any more, and knows its pool then', async () => {
    const { transport, answer } = slowTarget();
    const ledger = poolLedger(transport);
    void ledger.transport.send('CreateUserPool', '{}');
    ledger.close();
    const settled = ledger.settled();
    expect(ledger.open()).to.deep.equal([]);
    answer();
    await settled;
    expect(ledger.open()).to.deep.equal(['us-east-1_Late']);
  });

  it('sends nothing but removals once it is closed', async () => {
    const ledger = poolLedger(slowTarget().transport);
    ledger.close();
    const refused = await ledger.transport.send('UpdateUserPool', '{}').catch((error: unknown) => error);
    expect(refused).to.have.property('name', 'RunClosed');
  });
});
