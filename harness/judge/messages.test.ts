import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { runPlan } from '../execute/runPlan.ts';
import { plan } from '../plan/plan.ts';
import { fetchFrom } from '../targets/mock/fetchFrom.ts';
import { mockHandlers } from '../targets/mock/handlers.ts';
import { poolService } from '../targets/mock/poolService.ts';
import { awsWire, type Wire } from '../targets/mock/wire.ts';
import { directTransport } from '../transport/directTransport.ts';

const contract = contractOf('2026-11-13', 'observed');
const scene = { edition: contract.edition, basis: 'observed', region: 'us-east-1', account: '123456789012' } as const;

/** Refuses with the right error and a text of its own. */
const ownWords: Wire = (answer, id) =>
  awsWire('ok' in answer ? answer : { error: { ...answer.error, message: 'No.' } }, id);

async function found(messages: boolean, wire: Wire, only: string): Promise<readonly string[]> {
  const service = poolService({ edition: contract.edition, basis: 'observed', region: 'us-east-1' });
  const { findings } = await runPlan({
    contract,
    transport: directTransport(fetchFrom(mockHandlers(service, wire)), 1000),
    target: { id: 'mock', kind: 'mock', endpoint: null },
    region: 'us-east-1',
    seed: 1,
    phases: ['examples', 'boundary'],
    lanes: plan({ scene, phases: ['examples', 'boundary'], seed: 1, cases: 0, only }),
    concurrency: 1,
    failFast: false,
    shrinks: false,
    messages,
    record: { write: () => {} },
    interrupted: () => null,
    progress: () => {},
  });
  return findings.map(({ id }) => id);
}

describe('error messages', () => {
  it('are not compared by default', async () => {
    expect(await found(false, ownWords, 'PoolName')).to.deep.equal([]);
  });

  it('are compared with the observed messages on request', async () => {
    expect(await found(true, ownWords, 'PoolName')).to.have.members([
      'pool-name.min/wrong-error/message',
      'pool-name.max/wrong-error/message',
      'pool-name.pattern/wrong-error/message',
    ]);
    const id = 'account-recovery-setting.recovery-mechanisms.admin-only-alone';
    expect(await found(true, ownWords, id)).to.deep.equal([`${id}/wrong-error/message`]);
  });

  it('match on the mock', async () => {
    expect(await found(true, awsWire, 'AccountRecoverySetting')).to.deep.equal([]);
  });
});
