import { expect } from 'chai';
import type { Case } from '../../generators/cases/case.ts';
import { createOperation, deleteOperation, testedOperation } from '../../specs/operation.ts';
import { operationCounter } from '../dev/operationCounter.ts';
import { runTrial } from '../dev/runTrial.ts';

describe('a sequence', () => {
  it('leaves no pool, and deletes none that one of its steps has deleted', async () => {
    const { around, times } = operationCounter();
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
    const { findings, footer } = await runTrial({ phases: ['sequence'], lanes, around });
    expect(findings).to.deep.equal([]);
    expect(footer.notDeleted ?? []).to.deep.equal([]);
    expect(times(deleteOperation)).to.equal(times(createOperation));
  });
});
