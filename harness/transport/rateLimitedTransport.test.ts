import { expect } from 'chai';
import type { Answer } from './answer.ts';
import { type Clock, rateLimitedTransport } from './rateLimitedTransport.ts';
import { readAnswer } from './readAnswer.ts';
import type { Transport } from './transport.ts';

const good = readAnswer(200, {}, '{}', 1);
const throttled = readAnswer(400, {}, '{"__type":"TooManyRequestsException"}', 1);

/** A clock that goes on only while somebody sleeps, and the moments at which requests were sent by it. */
function timed(rate: number, answers: readonly Answer[]) {
  let now = 0;
  const clock: Clock = {
    now: () => now,
    sleep: async (ms) => {
      now += ms;
    },
  };
  const moments: number[] = [];
  const inner: Transport = {
    sent: () => moments.length,
    route: undefined,
    close: () => {},
    send: async () => {
      moments.push(Math.round(now));
      return answers[moments.length - 1] ?? good;
    },
  };
  return { transport: rateLimitedTransport(inner, rate, clock), moments };
}

async function sendAll(transport: Transport, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await transport.send('UpdateUserPool', '{}');
}

function gaps(moments: readonly number[]): readonly number[] {
  return moments.slice(1).map((moment, index) => moment - (moments[index] ?? 0));
}

describe('ratedTransport', () => {
  it('sends at the rate and no faster', async () => {
    const { transport, moments } = timed(5, []);
    await sendAll(transport, 4);
    expect(moments).to.deep.equal([0, 200, 400, 600]);
  });

  it('halves the rate at each complaint, and comes back to it', async () => {
    const { transport, moments } = timed(10, [good, throttled, throttled]);
    await sendAll(transport, 60);
    expect(gaps(moments).slice(0, 5)).to.deep.equal([100, 100, 200, 400, 400]);
    expect(gaps(moments).at(-1)).to.equal(100);
  });
});
