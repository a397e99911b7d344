import type { Contract } from '../../../specs/contract.ts';
import { oncePer } from '../../../specs/oncePer.ts';
import { closeMutants } from './closeMutants.ts';
import { constraintMutants } from './constraintMutants.ts';
import { formMutants } from './formMutants.ts';
import { halfwayMutants } from './halfwayMutants.ts';
import { looseMutants } from './looseMutants.ts';
import type { Mutant } from './mutant.ts';
import { onOpenGround } from './openGround.ts';
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

const made = oncePer(makeMutants);

function makeMutants(contract: Contract): readonly Mutant[] {
  return [
    ...constraintMutants(contract),
    ...closeMutants(contract),
    ...ruleMutants(contract),
    ...halfwayMutants(contract),
    ...stateMutants(contract),
    ...textMutants(contract),
    ...wireMutants(),
    ...poolMutants(contract),
    ...looseMutants(contract),
    ...statefulMutants(contract),
    ...searchMutants(contract),
    ...formMutants(),
    ...phaseMutants(),
  ].map((mutant) => onOpenGround(mutant, contract));
}
