import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { createOperation } from '../../specs/operation.ts';
import { newMock } from '../dev/recordRun.ts';
import { createPool } from '../execute/scratchPool.ts';
import { sendWithRetry } from '../execute/sendWithRetry.ts';
import { directTransport } from '../transport/directTransport.ts';
import type { Transport } from '../transport/transport.ts';
import { existingPoolTransport } from './existingPoolTransport.ts';
import { poolCopy } from './poolCopy.ts';

describe('a transport with one existing pool', () => {
  it('refuses a second pool at once, and is asked for it once', async () => {
    const target = directTransport(newMock(), 10_000);
    const pool = await createPool({ contract: contractOf('2026-11-13', 'observed'), transport: target });
    const copy = await poolCopy(target, 'id' in pool ? pool.id : '');
    if (typeof copy === 'string') throw new Error(copy);
    let asked = 0;
    const existing = existingPoolTransport(target, copy);
    const counted: Transport = {
      ...existing,
      send: (...args) => {
        asked += 1;
        return existing.send(...args);
      },
    };
    const create = () => sendWithRetry(counted, createOperation, '{"PoolName":"one"}');
    expect(await create()).to.include({ kind: 'answered', status: 200 });
    expect(await create()).to.include({ kind: 'answered', status: 400 });
    expect(asked).to.equal(2);
  });
});
