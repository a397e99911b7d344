import { expect } from 'chai';
import type { Operation } from '../../specs/operation.ts';
import type { Answer } from './answer.ts';
import { patientTransport } from './patientTransport.ts';
import type { Purpose, Transport } from './transport.ts';

const late: Answer = { kind: 'unanswered', why: 'timeout', detail: 'no answer within 10 ms', ms: 10 };
const accepted: Answer = {
  kind: 'answered',
  status: 200,
  headers: {},
  text: '{}',
  body: {},
  error: null,
  message: null,
  ms: 1,
};

/** A transport with these answers in turn, and the purposes for which it was asked. */
function answering(...answers: readonly Answer[]) {
  const purposes: (Purpose | undefined)[] = [];
  const inner: Transport = {
    sent: () => purposes.length,
    route: undefined,
    close: () => {},
    send: (_operation, _body, purpose) => {
      purposes.push(purpose);
      return Promise.resolve(answers[purposes.length - 1] ?? accepted);
    },
  };
  const transport = patientTransport(inner);
  const send = (operation: Operation = 'UpdateUserPool', purpose?: Purpose) => transport.send(operation, '{}', purpose);
  return { send, purposes };
}

describe('a request that is not answered in time', () => {
  it('is sent once more with a longer wait, and the answer to that counts', async () => {
    const { send, purposes } = answering(accepted, late, accepted);
    await send();
    expect(await send()).to.equal(accepted);
    expect(purposes).to.deep.equal(['test', 'test', 'repetition']);
  });

  it('is not repeated where the target hung at two repetitions', async () => {
    const { send, purposes } = answering(accepted, late, late, late, late, late);
    await send();
    for (let count = 0; count < 3; count += 1) expect(await send()).to.equal(late);
    expect(purposes.slice(1)).to.deep.equal(['test', 'repetition', 'test', 'repetition', 'test']);
  });

  it('is repeated alone, however many are late at once', async () => {
    const { send, purposes } = answering(accepted, late, late, late, late, late);
    await send();
    expect(await Promise.all([send(), send(), send()])).to.deep.equal([late, late, late]);
    expect(purposes.slice(1)).to.deep.equal(['test', 'test', 'test', 'repetition', 'repetition']);
  });

  it('is not repeated where the target never answered, nor where it creates a pool or belongs to a removal', async () => {
    const hanging = answering(late);
    expect(await hanging.send()).to.equal(late);
    const { send, purposes } = answering(accepted, late, late);
    await send();
    expect(await send('CreateUserPool')).to.equal(late);
    expect(await send('UpdateUserPool', 'removal')).to.equal(late);
    expect([...hanging.purposes, ...purposes]).to.deep.equal(['test', 'test', 'test', 'removal']);
  });

  it('is not repeated after another failure', async () => {
    const reset: Answer = { ...late, why: 'reset' };
    const { send } = answering(accepted, reset);
    await send();
    expect(await send()).to.equal(reset);
  });
});
