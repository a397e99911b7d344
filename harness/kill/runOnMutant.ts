import { phases } from '../../generators/cases/case.ts';
import { type RunResult, runPlan } from '../execute/runPlan.ts';
import type { RunSetting } from '../execute/runSetting.ts';
import type { Mutant } from '../targets/mutants/mutant.ts';
import type { Transport } from '../transport/transport.ts';
import { mutantTransport } from './mutantTransport.ts';

/** Milliseconds. Within the process an answer takes less than one. */
const timeout = 250;

/** What decides the requests of such a run. */
type Planned = Pick<RunSetting, 'contract' | 'region' | 'seed' | 'lanes' | 'only'>;

/** Runs lanes on a mutant, one case at a time, until the first finding; it is made no smaller, and nothing is recorded. */
export function runOnMutant(mutant: Mutant, planned: Planned): Promise<RunResult> {
  const { contract, region } = planned;
  return runUntilFinding(mutantTransport(mutant, contract, region, timeout), planned);
}

/** The same on whatever a transport leads to. */
export function runUntilFinding(transport: Transport, planned: Planned): Promise<RunResult> {
  return runPlan({
    ...planned,
    transport,
    target: { id: 'mock', kind: 'mock', endpoint: null },
    phases,
    concurrency: 1,
    failFast: true,
    shrinks: false,
    record: { write: () => {} },
    interrupted: () => null,
    progress: () => {},
  });
}
