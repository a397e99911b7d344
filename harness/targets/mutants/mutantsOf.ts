import type { Contract } from '../../../specs/contract.ts';
import { memoizeByObject } from '../../../specs/memoize.ts';
import { constraintMutants } from './constraintMutants.ts';
import { formMutants } from './formMutants.ts';
import { lenientMutants } from './lenientMutants.ts';
import { markEquivalentWhereOpen } from './markEquivalentWhereOpen.ts';
import type { Mutant } from './mutant.ts';
import { nearMissMutants } from './nearMissMutants.ts';
import { partialRuleMutants } from './partialRuleMutants.ts';
import { phaseMutants } from './phaseMutants.ts';
import { poolMutants } from './poolMutants.ts';
import { ruleMutants } from './ruleMutants.ts';
import { searchMutants } from './searchMutants.ts';
import { statefulMutants } from './statefulMutants.ts';
import { stateMutants } from './stateMutants.ts';
import { textMutants } from './textMutants.ts';
import { wireMutants } from './wireMutants.ts';

/** Every mutant of a contract, by groups; the same contract gives the same ids in the same order. */
export function mutantsOf(contract: Contract): readonly Mutant[] {
  return made(contract);
}

const made = memoizeByObject(makeMutants);

function makeMutants(contract: Contract): readonly Mutant[] {
  return [
    ...constraintMutants(contract),
    ...nearMissMutants(contract),
    ...ruleMutants(contract),
    ...partialRuleMutants(contract),
    ...stateMutants(contract),
    ...textMutants(contract),
    ...wireMutants(),
    ...poolMutants(contract),
    ...lenientMutants(contract),
    ...statefulMutants(contract),
    ...searchMutants(contract),
    ...formMutants(),
    ...phaseMutants(),
  ].map((mutant) => markEquivalentWhereOpen(mutant, contract));
}
