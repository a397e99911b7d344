import { phases } from '../../generators/case.ts';
import { type RunResult, run } from '../run/run.ts';
import type { RunSetting } from '../run/runSetting.ts';
import type { Mutant } from '../targets/mutants/mutant.ts';
import { mutantFetch } from '../targets/mutants/mutantFetch.ts';
import { directTransport } from '../transport/directTransport.ts';

/** Milliseconds. Within the process an answer takes less than one. */
const timeout = 250;

/** Runs lanes on a mutant, one case at a time, until the first finding; it is made no smaller, and nothing is recorded. */
export function runOnMutant(
  mutant: Mutant,
  { contract, region, seed, lanes }: Pick<RunSetting, 'contract' | 'region' | 'seed' | 'lanes'>,
): Promise<RunResult> {
  return run({
    contract,
    transport: directTransport(mutantFetch(mutant, contract, region), timeout),
    target: { id: 'mock', kind: 'mock', endpoint: null },
    region,
    seed,
    phases,
    lanes,
    concurrency: 1,
    failFast: true,
    shrinks: false,
    record: { write: () => {} },
    interrupted: () => null,
    progress: () => {},
  });
}
