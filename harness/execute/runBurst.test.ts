import { expect } from 'chai';
import { burstCases } from '../../generators/cases/burstCases.ts';
import { contractOf } from '../../specs/contract.ts';
import { isJsonObject } from '../../specs/json.ts';
import { plan } from '../plan/plan.ts';
import type { CaseLine } from '../record/record.ts';
import type { Answer } from '../targets/mock/answer.ts';
import { fetchFrom } from '../targets/mock/fetchFrom.ts';
import { mockHandlers } from '../targets/mock/handlers.ts';
import { type PoolService, poolService } from '../targets/mock/poolService.ts';
import { directTransport } from '../transport/directTransport.ts';
import { runPlan } from './runPlan.ts';

const contract = contractOf('2026-11-13', 'observed');
const region = 'us-east-1';

/** The outcome of a burst on the mock where updates that set tags are answered by these in turn, undefined as usual. */
async function burst(...answers: readonly (Answer | undefined)[]) {
  const usual = poolService({ edition: contract.edition, basis: contract.basis, region });
  const queue = [...answers];
  const handle: PoolService['handle'] = (operation, body) => {
    const isOurs = operation === 'UpdateUserPool' && isJsonObject(body) && JSON.stringify(body).includes('"Burst"');
    return (isOurs ? queue.shift() : undefined) ?? usual.handle(operation, body);
  };
  const lines: CaseLine[] = [];
  await runPlan({
    contract,
    transport: directTransport(fetchFrom(mockHandlers({ ...usual, handle })), 2000),
    target: { id: 'mock', kind: 'mock', endpoint: null },
    region,
    seed: 1,
    phases: ['errors'],
    lanes: [{ name: 'errors/burst', phase: 'errors', cases: burstCases(5) }],
    concurrency: 1,
    failFast: false,
    shrinks: false,
    record: {
      write: (line) => {
        if (line.line === 'case' && line.id.startsWith('errors/burst/')) lines.push(line);
      },
    },
    interrupted: () => null,
    progress: () => {},
  });
  return lines[0];
}

const busy: Answer = { error: { name: 'ConcurrentModificationException', message: 'Another operation is under way.' } };

describe('a burst', () => {
  it('is not planned unless it is asked for', () => {
    const scene = { edition: contract.edition, basis: contract.basis, region, account: '123456789012' };
    const ids = (settings: { readonly burst?: number }) =>
      plan({ scene, phases: ['errors'], seed: 1, cases: 1, ...settings }).flatMap(({ cases }) =>
        [...cases].map(({ id }) => id).filter((id) => id.includes('burst')),
      );
    expect(ids({})).to.deep.equal([]);
    expect(ids({ burst: 20 })).to.deep.equal(['errors/burst/20']);
  });

  it('conforms where one is told to wait, and says so', async () => {
    const line = await burst(undefined, busy);
    expect(line?.verdict).to.deep.equal({ kind: 'conforms' });
    expect(line?.expectation).to.deep.include({ kind: 'rejected' });
    expect(line?.answer).to.deep.include({ error: 'ConcurrentModificationException' });
  });

  it('is undecided where all are taken', async () => {
    expect((await burst())?.verdict.kind).to.equal('undecided');
  });

  it('deviates where one is called invalid or lost', async () => {
    const invalid = await burst({ error: { name: 'InvalidParameterException', message: 'No.' } });
    expect(invalid?.verdict.kind).to.equal('deviates');
    const lost = { ok: {} };
    expect((await burst(lost, lost, lost, lost, lost))?.verdict.kind).to.equal('deviates');
  });
});
