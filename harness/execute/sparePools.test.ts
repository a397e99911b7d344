import { expect } from 'chai';
import type { Case } from '../../generators/cases/case.ts';
import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import { createOperation, deleteOperation, testedOperation } from '../../specs/operation.ts';
import { runTrial, type ServerPolicy } from '../dev/runTrial.ts';
import type { Transport } from '../transport/transport.ts';

interface Seen {
  readonly operation: string;
  readonly body: JsonObject;
}

function watched(seen: Seen[]): (transport: Transport) => Transport {
  return (transport) => ({
    ...transport,
    send: (operation, body, purpose, form) => {
      seen.push({ operation, body: JSON.parse(body) });
      return transport.send(operation, body, purpose, form);
    },
  });
}

const name: Case = {
  id: 'fuzz/name',
  phase: 'fuzz',
  clause: 'pool-name.sent',
  member: 'PoolName',
  breaks: [],
  request: { UserPoolId: '{UserPoolId}', PoolName: 'a' },
};

const lanes = [1, 2, 3].map((number) => ({ name: `fuzz/${number}`, phase: 'fuzz' as const, cases: [name] }));

describe('a pool that a lane kept as new', () => {
  it('is the first of the next lane, and deleted after the last', async () => {
    const seen: Seen[] = [];
    await runTrial({ phases: ['fuzz'], lanes, around: watched(seen) });
    const of = (operation: string) => seen.filter((one) => one.operation === operation).length;
    // One of the probe, two of the first lane, one more of each other lane.
    expect(of(createOperation)).to.equal(5);
    expect(of(deleteOperation)).to.equal(5);
    const updated = seen.filter(({ operation, body }) => operation === testedOperation && body.PoolName === 'a');
    expect(new Set(updated.map(({ body }) => body.UserPoolId)).size).to.equal(3);
  });

  it('is not read where the answers to smallest requests say it all', async () => {
    const long = {
      ...name,
      clause: 'pool-name.max',
      breaks: ['pool-name.max'],
      request: { ...name.request, PoolName: 'a'.repeat(129) },
    };
    const policy: ServerPolicy = ({ PoolName }) => (String(PoolName).length > 128 ? { ok: {} } : undefined);
    const { footer } = await runTrial({
      policy,
      phases: ['fuzz'],
      lanes: [{ name: 'fuzz/1', phase: 'fuzz', cases: [long] }],
    });
    expect(footer.requestsBy).to.deep.include({ shrinking: 1 });
  });

  it('is not handed on once it shows a change, which is told of its lane', async () => {
    let shown: JsonObject = {};
    const leaking = (transport: Transport): Transport => ({
      ...transport,
      send: async (operation, body, purpose, form) => {
        const answer = await transport.send(operation, body, purpose, form);
        if (operation === testedOperation && body.includes('PoolName'))
          shown = { SmsAuthenticationMessage: 'Leaked {####}' };
        const pool = answer.kind === 'answered' && isJsonObject(answer.body) ? answer.body.UserPool : undefined;
        if (answer.kind !== 'answered' || operation !== 'DescribeUserPool' || !isJsonObject(pool)) return answer;
        const leaked = { UserPool: { ...pool, ...shown } };
        return { ...answer, body: leaked, text: JSON.stringify(leaked) };
      },
    });
    const seen: Seen[] = [];
    const around = (transport: Transport) => watched(seen)(leaking(transport));
    const { findings } = await runTrial({ phases: ['fuzz'], lanes: lanes.slice(0, 2), around, shrinks: false });
    expect(findings.map(({ id }) => id)).to.include('request.isolated@SmsAuthenticationMessage/leaked-state/changed');
    expect(seen.filter(({ operation }) => operation === createOperation)).to.have.length(5);
  });
});
