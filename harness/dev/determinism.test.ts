import { expect } from 'chai';
import { type Phase, phases } from '../../generators/cases/case.ts';
import { contractOf } from '../../specs/contract.ts';
import { runPlan } from '../execute/runPlan.ts';
import { plan } from '../plan/plan.ts';
import type { CaseLine } from '../record/record.ts';
import { openTarget } from '../targets/target.ts';
import { type Emulator, startEmulator } from './startEmulator.ts';

interface PhaseRun {
  readonly cases: readonly CaseLine[];
  readonly findings: readonly string[];
}

// Examples and boundaries are by far the most cases; emulator.test.ts covers them for one member.
const comparedPhases = phases.filter((phase) => phase !== 'boundary' && phase !== 'examples');

async function runPhases(target: string, concurrency: number): Promise<PhaseRun> {
  const contract = contractOf('2026-11-13', 'observed');
  const scene = { edition: contract.edition, basis: 'observed', region: 'us-east-1', account: '123456789012' } as const;
  const { identity, transport } = await openTarget({ target, region: 'us-east-1', timeout: 10_000 }, contract);
  const cases: CaseLine[] = [];
  try {
    const { findings } = await runPlan({
      contract,
      transport,
      target: identity,
      region: 'us-east-1',
      seed: 7,
      phases: comparedPhases,
      lanes: plan({ scene, phases: comparedPhases, seed: 7, cases: 60 }),
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

/** The parts of a case that do not differ from run to run: pool ids, times and the outcome of a race do. */
function comparable({ id, lane, phase, request, verdict }: CaseLine): string {
  const body = phase === 'race' ? '' : request;
  return JSON.stringify([id, lane, body, verdict.kind]).replaceAll(/local_\w+/g, 'pool');
}

describe('a run of every phase on the real cognito-local', () => {
  let emulator: Emulator;
  let [alone, beside, crowded]: readonly PhaseRun[] = [];

  before(async () => {
    emulator = await startEmulator();
    alone = await runPhases(emulator.url, 1);
    beside = await runPhases(emulator.url, 4);
    crowded = await runPhases(emulator.url, 16);
  });

  after(() => emulator.close());

  it('has cases of every phase', () => {
    const seen = new Set<Phase>(alone?.cases.map(({ phase }) => phase));
    expect([...seen].toSorted()).to.deep.equal([...comparedPhases].toSorted());
  });

  it('has the same cases with the same verdicts at a concurrency of 1, 4 and 16', () => {
    for (const run of [beside, crowded])
      expect(run?.cases.map(comparable).toSorted()).to.deep.equal(alone?.cases.map(comparable).toSorted());
  });

  it('has the same findings, shown by the same cases as often', () => {
    expect(alone?.findings).to.not.be.empty;
    for (const run of [beside, crowded]) expect(run?.findings).to.deep.equal(alone?.findings);
  });
});
