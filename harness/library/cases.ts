import type { CasesOptions } from './casesOptions.ts';
import type { ContractCase } from './contractCase.ts';
import { contractFrom } from './contractOptions.ts';

/**
 * The cases that a run would send, one after the other, each with `send`, `judge` and `run`. The same options give the same
 * cases. Throws a TypeError for an unknown edition, and a UserError with a near word where `only` matches nothing.
 */
export async function* cases(options: CasesOptions = {}): AsyncGenerator<ContractCase, void> {
  const { only, phases = ['examples', 'boundary', 'fuzz'], seed = 1, cases = 400, region = 'us-east-1' } = options;
  const contract = contractFrom(options);
  const { date } = contract.edition;
  const { planLanes } = await import('../session/planLanes.ts');
  const lanes = planLanes({ edition: date, basis: contract.basis, region, phases, seed, cases, only, target: 'mock' });
  const { contractCase } = await import('./judgeCase.ts');
  for (const lane of lanes) for (const testCase of lane.cases) yield contractCase(testCase, contract, region);
}
