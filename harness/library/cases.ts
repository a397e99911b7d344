import { phases as allPhases } from '../../generators/cases/case.ts';
import { type Checks, checkValues, like, wholeFrom, wordsIn } from '../targets/msw/optionChecks.ts';
import type { CasesOptions } from './casesOptions.ts';
import type { ContractCase } from './contractCase.ts';
import { contractChecks, contractFrom } from './contractOptions.ts';

const casesChecks = {
  ...contractChecks,
  only: like(/./, 'text such as pool-name.max or PoolName'),
  phases: wordsIn(allPhases),
  seed: wholeFrom(0),
  cases: wholeFrom(0),
  region: like(/^[a-z0-9-]{1,32}$/, 'a Region such as us-east-1'),
} as const satisfies Checks;

/**
 * The cases that a run would send, one after the other, each with `send`, `judge` and `run`. The same options give the same
 * cases. The first step throws a TypeError with near words for unknown options and wrong values, and a UserError where `only`
 * matches nothing.
 */
export async function* cases(options: CasesOptions = {}): AsyncGenerator<ContractCase, void> {
  checkValues('cases', options, casesChecks);
  const { only, phases = ['examples', 'boundary', 'fuzz'], seed = 1, cases = 400, region = 'us-east-1' } = options;
  const { edition, basis } = options;
  const contract = contractFrom('cases', { ...(edition && { edition }), ...(basis && { basis }) });
  const { date } = contract.edition;
  const { planLanes } = await import('../session/planLanes.ts');
  const lanes = planLanes({ edition: date, basis: contract.basis, region, phases, seed, cases, only, target: 'mock' });
  const { contractCase } = await import('./judgeCase.ts');
  for (const lane of lanes) for (const testCase of lane.cases) yield contractCase(testCase, contract, region);
}
