import { expect } from 'chai';
import { type Phase, phases } from '../../generators/cases/case.ts';
import { contractOf } from '../../specs/contract.ts';
import { run } from '../execute/run.ts';
import { plan } from '../plan/plan.ts';
import type { CaseLine } from '../record/record.ts';
import { openTarget } from '../targets/target.ts';
import { type Emulator, startEmulator } from './emulator.ts';

interface Ran {
  readonly cases: readonly CaseLine[];
  readonly findings: readonly string[];
}

// Examples and boundaries are by far the most cases, and run as those about one member do in the other test.
const told = phases.filter((phase) => phase !== 'boundary' && phase !== 'examples');

async function ran(target: string, concurrency: number): Promise<Ran> {
  const contract = contractOf('2026-11-13', 'observed');
  const scene = { edition: contract.edition, basis: 'observed', region: 'us-east-1', account: '123456789012' } as const;
  const { identity, transport } = openTarget({ target, region: 'us-east-1', timeout: 10_000, concurrency }, contract);
  const cases: CaseLine[] = [];
  try {
    const { findings } = await run({
      contract,
      transport,
      target: identity,
      region: 'us-east-1',
      seed: 7,
      phases: told,
      lanes: plan({ scene, phases: told, seed: 7, cases: 60 }),
      concurrency,
      failFast: false,
      shrinks: false,
      record: { write: (line) => void (line.line === 'case' && cases.push(line)) },
      interrupted: () => null,
      progress: () => {},
    });
    return { cases, findings: findings.map(({ id, case: shown, count }) => `${id} ${shown} ${count}`) };
  } finally {
    transport.close();
  }
}

/** A case without what differs from run to run: ids of pools, times. What a race comes to is up to the target. */
function comparable({ id, lane, phase, request, verdict }: CaseLine): string {
  const body = phase === 'race' ? '' : request;
  return JSON.stringify([id, lane, body, verdict.kind]).replaceAll(/local_\w+/g, 'pool');
}

describe('a run of every phase on the real cognito-local', () => {
  let emulator: Emulator;
  let [alone, beside]: readonly Ran[] = [];

  before(async () => {
    emulator = await startEmulator();
    alone = await ran(emulator.url, 1);
    beside = await ran(emulator.url, 4);
  });

  after(() => emulator.close());

  it('has cases of every phase', () => {
    const seen = new Set<Phase>(alone?.cases.map(({ phase }) => phase));
    expect([...seen].toSorted()).to.deep.equal([...told].toSorted());
  });

  it('has the same cases with the same verdicts at a concurrency of 1 and of 4', () => {
    expect(beside?.cases.map(comparable).toSorted()).to.deep.equal(alone?.cases.map(comparable).toSorted());
  });

  it('has the same findings, shown by the same cases as often', () => {
    expect(alone?.findings).to.not.be.empty;
    expect(beside?.findings).to.deep.equal(alone?.findings);
  });
});
