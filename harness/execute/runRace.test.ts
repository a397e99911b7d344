import { expect } from 'chai';
import type { Case } from '../../generators/cases/case.ts';
import { createOperation, deleteOperation, testedOperation } from '../../specs/operation.ts';
import { operationCounter } from '../dev/operationCounter.ts';
import { runTrial } from '../dev/runTrial.ts';
import type { Transport } from '../transport/transport.ts';

const deleting: Case = {
  id: 'race/deleting',
  phase: 'race',
  clause: 'request.serial',
  member: '',
  breaks: [],
  request: { UserPoolId: '{UserPoolId}' },
  parallel: [
    { operation: testedOperation, pool: 1, body: { UserPoolTags: { Race: '1' } } },
    { operation: deleteOperation, pool: 1, body: {} },
  ],
};

describe('a race', () => {
  it('leaves no pool, and deletes none that one of its requests has deleted', async () => {
    const { around, times } = operationCounter();
    const lanes = [{ name: 'race/1', phase: 'race', cases: [deleting] }] as const;
    const { findings, footer } = await runTrial({ phases: ['race'], lanes, around });
    expect(findings).to.deep.equal([]);
    expect(footer.notDeleted ?? []).to.deep.equal([]);
    expect(times(deleteOperation)).to.equal(times(createOperation));
  });

  it('is compared first with the order in which its requests were carried out', async () => {
    const { around, times } = operationCounter();
    let isFirst = true;
    const late = (transport: Transport): Transport => ({
      ...transport,
      send: async (operation, body, ...rest) => {
        const waits = isFirst && body.includes('Race');
        if (waits) isFirst = false;
        for (let turn = 0; waits && turn < 5; turn += 1) await new Promise(setImmediate);
        return transport.send(operation, body, ...rest);
      },
    });
    const lanes = [{ name: 'race/1', phase: 'race', cases: [deleting] }] as const;
    await runTrial({ phases: ['race'], lanes, around: (transport) => around(late(transport)) });
    // One of the probe, two of the lane, and the one that the order is tried on.
    expect(times(createOperation)).to.equal(4);
  });

  it('says nothing where an operation beside the updates is not answered', async () => {
    const silent = (transport: Transport): Transport => ({
      ...transport,
      send: async (operation, ...rest) => {
        const answer = await transport.send(operation, ...rest);
        const isSilent = operation === deleteOperation && rest[1] !== 'removal';
        return isSilent ? { kind: 'unanswered', why: 'reset', detail: 'The connection was closed.', ms: 1 } : answer;
      },
    });
    const lanes = [{ name: 'race/1', phase: 'race', cases: [deleting] }] as const;
    const { findings, cases } = await runTrial({ phases: ['race'], lanes, around: silent });
    expect(findings).to.deep.equal([]);
    expect(cases.map(({ verdict }) => verdict)).to.deep.include({
      kind: 'inconclusive',
      why: 'Nobody knows whether DeleteUserPool was carried out.',
    });
  });
});
