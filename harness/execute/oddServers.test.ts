import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import { runTrial } from '../dev/runTrial.ts';
import { poolService } from '../targets/mock/poolService.ts';
import { reusedIds } from '../targets/odd/reusedIds.ts';
import type { Transport } from '../transport/transport.ts';

const contract = contractOf('2026-11-13', 'observed');

describe('a run on a server that is odd', () => {
  it('takes an empty object, shown for what was never set, for nothing', async () => {
    const result = await runShowing((pool) => ({ SmsConfiguration: {}, EmailConfiguration: {}, ...pool }));
    expect(result.errored).to.deep.equal([]);
    expect(result.findings.map(({ id }) => id)).to.deep.equal([]);
  });

  it('does not mind that it refuses what a pool may be made with besides', async () => {
    const result = await runShowing((pool) => pool, ['Schema', 'UsernameAttributes']);
    expect(result.errored).to.deep.equal([]);
    expect(result.footer.interrupted).to.equal(null);
  });

  it('does not mind that it is late now and then', async () => {
    const result = await runTrial({ around: oftenLate, phases: ['examples', 'sequence', 'wire'], shrinks: false });
    expect(result.findings.map(({ id }) => id)).to.deep.equal([]);
    expect(result.footer.interrupted).to.equal(null);
  });

  it('does not mind that the ids of deleted pools are given again, with lanes side by side', async () => {
    const service = reusedIds(poolService({ ...contract, region: 'us-east-1' }));
    const phases = ['sequence', 'race', 'wire'] as const;
    const { findings, cases } = await runTrial({ service, phases, cases: 100, concurrency: 4, shrinks: false });
    expect(findings.map(({ id }) => id)).to.deep.equal([]);
    const deleting = cases.filter(({ steps = [] }) => steps.some(({ operation }) => operation === 'DeleteUserPool'));
    expect(deleting.length).to.be.above(10);
    expect(new Set(deleting.map(({ verdict }) => verdict.kind))).to.deep.equal(new Set(['skipped']));
  });

  it('sends what it sends to deleted pools where ids are given once', async () => {
    const { cases } = await runTrial({ phases: ['sequence', 'race'], cases: 20, shrinks: false });
    const deleting = cases.filter(({ steps = [] }) => steps.some(({ operation }) => operation === 'DeleteUserPool'));
    expect(deleting.map(({ verdict }) => verdict.kind))
      .to.include('conforms')
      .and.not.include('skipped');
  });

  it('has a finding for 482 where one request is always answered with it', async () => {
    const policy = ({ AccountRecoverySetting }: JsonObject) => {
      const isWrong = JSON.stringify(AccountRecoverySetting ?? {}).includes('"Priority":3');
      return isWrong ? { error: { name: 'ConcurrentModificationException' as const, message: 'Wait.' } } : undefined;
    };
    const { findings } = await runTrial({ policy, phases: ['boundary'], shrinks: false });
    expect(findings.map(({ id }) => id)).to.deep.equal([
      'account-recovery-setting.recovery-mechanisms.item.priority.max/wrong-error/ConcurrentModificationException',
    ]);
  });
});

/** The same, but every twentieth answer comes too late, unless it is waited for longer. */
function oftenLate(usual: Transport): Transport {
  const late = { kind: 'unanswered', why: 'timeout', detail: 'no answer within 10000 ms', ms: 10_000 } as const;
  let count = 0;
  return {
    ...usual,
    send: async (operation, body, purpose, form) => {
      const answer = await usual.send(operation, body, purpose, form);
      count += 1;
      return count % 20 === 0 && purpose === 'test' && !/^(Create|Delete)/.test(operation) ? late : answer;
    },
  };
}

/** A run on a mock that shows its pools otherwise, and refuses to make pools with some members. */
function runShowing(show: (pool: JsonObject) => JsonObject, refused: readonly string[] = []) {
  const usual = poolService({
    ...contract,
    region: 'us-east-1',
    alter: ({ showPool }) => ({ showPool: (pool) => show(showPool(pool)) }),
  });
  const handle: typeof usual.handle = (operation, body) => {
    const isRefused = operation === 'CreateUserPool' && isJsonObject(body) && refused.some((name) => name in body);
    if (isRefused) return { error: { name: 'InvalidParameterException', message: 'Not here.' } };
    return usual.handle(operation, body);
  };
  return runTrial({ service: { ...usual, handle }, phases: ['examples', 'sequence'], shrinks: false });
}
