import { expect } from 'chai';
import type { Case } from '../../generators/cases/case.ts';
import { createOperation, deleteOperation, testedOperation } from '../../specs/operation.ts';
import { runTrial } from '../dev/runTrial.ts';
import type { Transport } from '../transport/transport.ts';

describe('a sequence', () => {
  it('leaves no pool, and deletes none that one of its steps has deleted', async () => {
    const sent: string[] = [];
    const watched = (transport: Transport): Transport => ({
      ...transport,
      send: (operation, ...rest) => {
        sent.push(operation);
        return transport.send(operation, ...rest);
      },
    });
    const deleting: Case = {
      id: 'sequence/deleting',
      phase: 'sequence',
      clause: 'user-pool-id.exists',
      member: 'UserPoolId',
      breaks: ['user-pool-id.exists'],
      request: { UserPoolId: '{UserPoolId}' },
      steps: [
        { operation: createOperation, pool: 2, body: {} },
        { operation: deleteOperation, pool: 2, body: {} },
        { operation: testedOperation, pool: 2, body: {} },
        { operation: deleteOperation, pool: 1, body: {} },
        { operation: testedOperation, pool: 1, body: {} },
      ],
    };
    const lanes = [{ name: 'sequence/1', phase: 'sequence', cases: [deleting] }] as const;
    const { findings, footer } = await runTrial({ phases: ['sequence'], lanes, around: watched });
    const times = (operation: string) => sent.filter((one) => one === operation).length;
    expect(findings).to.deep.equal([]);
    expect(footer.notDeleted ?? []).to.deep.equal([]);
    expect(times(deleteOperation)).to.equal(times(createOperation));
  });
});
