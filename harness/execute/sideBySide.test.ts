import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { createOperation } from '../../specs/operation.ts';
import { plan } from '../plan/plan.ts';
import type { CaseLine } from '../record/record.ts';
import { readAnswer } from '../transport/readAnswer.ts';
import type { Transport } from '../transport/transport.ts';
import { runPlan } from './runPlan.ts';

const contract = contractOf('2026-11-13', 'observed');
const scene = {
  edition: contract.edition,
  basis: contract.basis,
  region: 'us-east-1',
  account: '123456789012',
} as const;

/** A target without pools that answers no body that is no JSON, until all that are to be sent at once are under way. */
class HangingTarget {
  most = 0;
  private readonly waiting: (() => void)[] = [];
  private count = 0;

  private answerAll(): void {
    for (const answer of this.waiting.splice(0)) answer();
  }

  transport(): Transport {
    return {
      sent: () => this.count,
      route: () => 'openapi',
      close: () => {},
      send: async (operation, _body, _purpose, form) => {
        this.count += 1;
        if (form === undefined) return operation === createOperation ? noOperation : readAnswer(200, {}, '{}', 0);
        this.most = Math.max(this.most, this.waiting.length + 1);
        await new Promise<void>((resolve) => {
          this.waiting.push(resolve);
          setImmediate(() => setImmediate(() => this.answerAll()));
        });
        return { kind: 'unanswered', why: 'timeout', detail: 'no answer within 10 ms', ms: 10 };
      },
    };
  }
}

const noOperation = readAnswer(404, {}, '{"title":"no route"}', 0);

async function wireRun(target: HangingTarget): Promise<readonly CaseLine[]> {
  const lanes = plan({ scene, phases: ['wire'], seed: 1, cases: 0 }).filter(({ name }) => name === 'wire/wire.no-json');
  const cases: CaseLine[] = [];
  await runPlan({
    contract,
    transport: target.transport(),
    target: { id: 'test', kind: 'endpoint', endpoint: null },
    region: 'us-east-1',
    seed: 1,
    phases: ['wire'],
    lanes,
    concurrency: 1,
    failFast: false,
    shrinks: false,
    record: { write: (line) => void (line.line === 'case' && cases.push(line)) },
    interrupted: () => null,
    progress: () => {},
  });
  return cases;
}

describe('a target without pools that hangs at a request that no client sends', () => {
  it('is sent the others of the lane side by side, and they are recorded in order', async () => {
    const target = new HangingTarget();
    const cases = await wireRun(target);
    const lane = plan({ scene, phases: ['wire'], seed: 1, cases: 0 }).find(({ name }) => name === 'wire/wire.no-json');
    const planned = [...(lane?.cases ?? [])].map(({ id }) => id);
    expect(cases.map(({ id }) => id).filter((id) => planned.includes(id))).to.deep.equal(planned);
    expect(cases.filter(({ verdict }) => verdict.kind === 'deviates')).to.have.lengthOf(planned.length);
    expect(target.most).to.be.above(10);
  });
});
