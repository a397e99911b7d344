import { expect } from 'chai';
import { carriedTransport } from './carriedTransport.ts';
import type { Exchange } from './carrier.ts';

describe('carriedTransport', () => {
  it('ends a request that is ready only after it was given up', async () => {
    const begun = Promise.withResolvers<Exchange>();
    const carry = (exchange: Exchange) => {
      begun.resolve(exchange);
      return new Promise<never>(() => {});
    };
    const carrier = { carry, secrets: async () => [], close: () => {} };
    const transport = carriedTransport({ region: 'us-east-1', timeout: 1 }, carrier);
    const answer = await transport.send('UpdateUserPool', '{}');
    let isEnded = false;
    (await begun.promise).whenGivenUp(() => {
      isEnded = true;
    });
    transport.close();
    expect(answer).to.include({ kind: 'unanswered', why: 'timeout' });
    expect(isEnded).to.equal(true);
  });
});
