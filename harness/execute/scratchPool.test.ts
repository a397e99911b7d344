import { expect } from 'chai';
import fc from 'fast-check';
import { contractOf } from '../../specs/contract.ts';
import type { JsonObject } from '../../specs/json.ts';
import { createOperation } from '../../specs/operation.ts';
import { expectationOf } from '../oracle/expectation.ts';
import { readAnswer } from '../transport/readAnswer.ts';
import type { Transport } from '../transport/transport.ts';
import { createPool, noteUnseen, readPool, whyNoPool } from './scratchPool.ts';

const contract = contractOf('2026-11-13', 'observed');

/** A target whose pools all have this id. */
function poolsWithId(id: string): Transport {
  const answer = readAnswer(200, {}, JSON.stringify({ UserPool: { Id: id, Name: 'a' } }), 1);
  return { sent: () => 0, route: () => 'root', send: async () => answer, close: () => {} };
}

describe('a new pool', () => {
  it('has the id that its creation is answered with', async () => {
    const pool = await createPool({ transport: poolsWithId('local_abc123'), contract });
    expect(pool).to.include({ id: 'local_abc123', isMade: true });
  });

  it('is refused with an id that no request can name', async () => {
    const impossible = fc.constantFrom(
      '',
      'no-underscore',
      '../../etc_passwd\n',
      'a_b/../c',
      `a_${'b'.repeat(1_000_000)}`,
    );
    await fc.assert(
      fc.asyncProperty(impossible, async (id) => {
        const pool = await createPool({ transport: poolsWithId(id), contract });
        expect('failure' in pool && pool.failure).to.match(
          /^CreateUserPool answered with the id ".{0,160}", which no pool can have$/,
        );
      }),
      { seed: 1, numRuns: 20 },
    );
  });
});

describe('a creation that gives no pool', () => {
  const told = (type: string) => whyNoPool(readAnswer(400, {}, JSON.stringify({ __type: type }), 1));

  it('is told with what helps where there are as many pools as there may be', () => {
    expect(told('LimitExceededException')).to.match(/LimitExceededException.*lower concurrency/);
    expect(told('InvalidParameterException')).to.not.match(/concurrency/);
  });
});

describe('a new pool that is not shown', () => {
  function hiding(): { readonly transport: Transport; readonly reads: () => number } {
    let reads = 0;
    const send = async (operation: string) => {
      if (operation === createOperation) return readAnswer(200, {}, '{"UserPool":{"Id":"us-east-1_a"}}', 1);
      reads += 1;
      return readAnswer(400, {}, '{"__type":"ResourceNotFoundException"}', 1);
    };
    return { transport: { sent: () => 0, route: () => 'root', send, close: () => {} }, reads: () => reads };
  }

  it('is looked for some times, as it may be late, but not where the target was seen to hide them', async () => {
    const [late, hidden] = [hiding(), hiding()];
    const pool = await createPool({ transport: late.transport, contract });
    const other = await createPool({ transport: hidden.transport, contract, hidesPools: true });
    expect([late.reads(), hidden.reads()]).to.deep.equal([4, 1]);
    for (const one of [pool, other]) expect(one).to.include({ readable: false, isMade: true });
  });

  it('is one of which nobody knows what accepted updates left in it, and nothing else', async () => {
    const pool = await createPool({ transport: hiding().transport, contract, hidesPools: true });
    if ('failure' in pool) expect.fail(pool.failure);
    const factors = { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } };
    const kindOf = (members: JsonObject) => {
      const request = { UserPoolId: pool.id, ...members };
      return expectationOf({ contract, region: 'us-east-1', request, prior: pool.state, fresh: pool.fresh }).kind;
    };
    expect([kindOf(factors), kindOf({ PoolName: 'a' })]).to.deep.equal(['accepted', 'accepted']);
    noteUnseen(pool, { UserPoolId: pool.id, UserPoolTier: 'LITE' });
    expect([kindOf(factors), kindOf({ PoolName: 'a' })]).to.deep.equal(['open', 'accepted']);
    expect(kindOf({ ...factors, UserPoolTier: 'PLUS' })).to.equal('accepted');
  });
});

describe('a pool that cannot be read', () => {
  async function failure(body: string): Promise<string> {
    const send = async () => readAnswer(200, {}, body, 1);
    const transport: Transport = { sent: () => 0, route: () => 'root', send, close: () => {} };
    const read = await readPool(transport, contract.edition, 'us-east-1_A', {});
    return 'failure' in read ? read.failure : 'readable';
  }

  it('is told with the place at which its JSON ends to be JSON, or with what came in its place', async () => {
    expect(await failure('{"UserPool":{"Id":"us-east-1_A","LambdaConfig":NaN}}')).to.match(
      /^DescribeUserPool does not answer with JSON: Unexpected token 'N', .*Config":NaN/,
    );
    expect(await failure('{"UserPool":null}')).to.equal('DescribeUserPool shows no pool: HTTP 200 {"UserPool":null}');
    expect(await failure('')).to.equal('DescribeUserPool shows no pool: HTTP 200');
    expect(await failure('{"UserPool":{"Id":"us-east-1_A"}}')).to.equal('readable');
  });
});
