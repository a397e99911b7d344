import { expect } from 'chai';
import type { Case } from '../../generators/cases/case.ts';
import { describeOperation, testedOperation } from '../../specs/operation.ts';
import { operationCounter } from '../dev/operationCounter.ts';
import { runTrial, type TrialResult } from '../dev/runTrial.ts';
import type { Transport } from '../transport/transport.ts';

/** Requests of which each has to be refused, with names of so many characters. */
function tooLong(...lengths: readonly number[]): readonly Case[] {
  return lengths.map((length) => ({
    id: `fuzz/${length}`,
    phase: 'fuzz',
    clause: 'pool-name.max',
    member: 'PoolName',
    breaks: ['pool-name.max'],
    request: { UserPoolId: '{UserPoolId}', PoolName: 'a'.repeat(length) },
  }));
}

async function trial(cases: readonly Case[], around: (transport: Transport) => Transport): Promise<TrialResult> {
  const lanes = [{ name: 'fuzz/1', phase: 'fuzz', cases }] as const;
  return runTrial({ phases: ['fuzz'], lanes, around, shrinks: false });
}

/** A transport that changes the pool before one of the requests is refused. */
function changing(transport: Transport): Transport {
  return {
    ...transport,
    send: async (operation, body, ...rest) => {
      const isCulprit = operation === testedOperation && body.includes(`"${'a'.repeat(140)}"`);
      const { UserPoolId } = JSON.parse(body);
      const partly = JSON.stringify({ UserPoolId, SmsAuthenticationMessage: 'Stored {####}' });
      if (isCulprit) await transport.send(operation, partly, ...rest);
      return transport.send(operation, body, ...rest);
    },
  };
}

/** A transport that puts white space behind every refusal. */
function lengthening(transport: Transport): Transport {
  return {
    ...transport,
    send: async (operation, ...rest) => {
      const answer = await transport.send(operation, ...rest);
      const isRefusal = operation === testedOperation && answer.kind === 'answered' && answer.error !== null;
      return isRefusal ? { ...answer, text: answer.text.padEnd(600_000) } : answer;
    },
  };
}

/** What another transport does to the culprit, the first time only. */
function once(around: (transport: Transport) => Transport): (transport: Transport) => Transport {
  return (transport) => {
    const odd = around(transport);
    let isOver = false;
    return {
      ...transport,
      send: (operation, body, ...rest) => {
        if (isOver) return transport.send(operation, body, ...rest);
        isOver = operation === testedOperation && body.includes(`"${'a'.repeat(140)}"`);
        return odd.send(operation, body, ...rest);
      },
    };
  };
}

const lengths = Array.from({ length: 30 }, (_, index) => 129 + index);

describe('refusals in a row', () => {
  it('cost one reading after one, two, four and more of them, and are all judged', async () => {
    const { around, times } = operationCounter();
    const { cases, findings } = await trial(tooLong(...lengths), around);
    expect(findings).to.deep.equal([]);
    expect(cases.filter(({ verdict }) => verdict.kind === 'conforms')).to.have.length(lengths.length + 1);
    expect(times(describeOperation)).to.be.at.most(10);
  });

  it('cost a reading sooner where their answers are so long that few fit into memory', async () => {
    const { around, times } = operationCounter();
    const { findings } = await trial(tooLong(...lengths), (transport) => lengthening(around(transport)));
    expect(findings).to.deep.equal([]);
    expect(times(describeOperation)).to.be.at.least(lengths.length / 2);
  });

  it('are run again one by one where the pool has changed, and the one that changed it is named', async () => {
    const { cases, findings } = await trial(tooLong(...lengths), changing);
    expect(findings.map(({ id, count }) => `${id} ${count}`)).to.deep.equal([
      'request.atomic@SmsAuthenticationMessage/not-atomic/changed 1',
      'request.last-modified-date/wrong-state/moved 1',
    ]);
    expect(findings.map((finding) => finding.case)).to.deep.equal(['fuzz/140', 'fuzz/140']);
    expect(cases.map(({ id }) => id).toSorted()).to.deep.equal(
      [...lengths.map((length) => `fuzz/${length}`), 'fuzz/1/other-pool'].toSorted(),
    );
  });

  it('tell of a change that one of them made once, and none of them makes again', async () => {
    const { cases, findings } = await trial(tooLong(...lengths), once(changing));
    expect(findings.map(({ id, count }) => `${id} ${count}`)).to.deep.equal([
      'request.atomic@SmsAuthenticationMessage/not-atomic/changed 1',
      'request.last-modified-date/wrong-state/moved 1',
    ]);
    const [seen] = cases.filter(({ verdict }) => verdict.kind === 'deviates');
    expect(Number(seen?.id.split('/')[1])).to.be.within(140, 156);
    expect(cases.map(({ id }) => id).toSorted()).to.deep.equal(
      [...lengths.map((length) => `fuzz/${length}`), 'fuzz/1/other-pool'].toSorted(),
    );
  });

  it('change nothing of what the next one is blamed for that is refused with another error', async () => {
    const wronglyNamed = (transport: Transport): Transport => ({
      ...transport,
      send: (operation, body, ...rest) => {
        const isRenamed = operation === testedOperation && body.includes(`"${'a'.repeat(142)}"`);
        return isRenamed
          ? transport.send(operation, '{"UserPoolId":"us-east-1_Nobody"}', ...rest)
          : transport.send(operation, body, ...rest);
      },
    });
    const { cases, findings } = await trial(tooLong(...lengths), (transport) => wronglyNamed(changing(transport)));
    expect(findings.map((finding) => `${finding.id} ${finding.case} ${finding.count}`)).to.deep.equal([
      'pool-name.max/wrong-error/ResourceNotFoundException fuzz/142 1',
      'request.atomic@SmsAuthenticationMessage/not-atomic/changed fuzz/140 1',
      'request.last-modified-date/wrong-state/moved fuzz/140 1',
    ]);
    expect(cases).to.have.length(lengths.length + 1);
  });

  it('end with a request that is accepted, which is told at once; those before it are run again', async () => {
    const lenient = (transport: Transport): Transport => ({
      ...transport,
      send: (operation, body, ...rest) => {
        const isTaken = operation === testedOperation && body.includes(`"${'a'.repeat(140)}"`);
        return transport.send(operation, isTaken ? body.replace('a'.repeat(140), 'a') : body, ...rest);
      },
    });
    const { cases, findings } = await trial(tooLong(...lengths), lenient);
    expect(findings.map(({ id }) => id)).to.deep.equal(['pool-name.max/accepted-invalid/200']);
    const times = Map.groupBy(cases, ({ id }) => id);
    expect([...times.values()].every((lines) => lines.length === 1)).to.equal(true);
    expect(cases).to.have.length(lengths.length + 1);
  });
});
