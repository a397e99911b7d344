import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { newMock } from '../dev/recordRun.ts';
import { directTransport } from '../transport/directTransport.ts';
import { withNewPool } from './withNewPool.ts';

const contract = contractOf('2026-11-13', 'observed');

function setting(fetch = newMock()) {
  return { contract, transport: directTransport(fetch, 10_000) };
}

/** What the target says of the pools that it has. */
async function poolsLeft({ transport }: ReturnType<typeof setting>) {
  const listed = await transport.send('ListUserPools', JSON.stringify({ MaxResults: 10 }));
  return listed.kind === 'answered' && listed.body;
}

describe('onNewPool', () => {
  it('gives what the work on the pool came to, and deletes the pool', async () => {
    const on = setting();
    const during = await withNewPool(on, () => poolsLeft(on));
    expect(during).to.have.property('UserPools').with.length(1);
    expect(await poolsLeft(on)).to.deep.equal({ UserPools: [] });
  });

  it('deletes the pool where the work fails', async () => {
    const on = setting();
    const why = await withNewPool(on, () => Promise.reject(new Error('no'))).catch((error: unknown) => error);
    expect(why).to.have.property('message', 'no');
    expect(await poolsLeft(on)).to.deep.equal({ UserPools: [] });
  });

  it('does nothing where the target gives no pool', async () => {
    const on = setting(async () => new Response('{}', { status: 501 }));
    expect(await withNewPool(on, () => Promise.reject(new Error('never')))).to.equal(undefined);
  });
});
