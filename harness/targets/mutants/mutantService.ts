import type { Contract } from '../../../specs/contract.ts';
import { type PoolService, poolService } from '../mock/poolService.ts';
import type { Mutant } from './mutant.ts';

/** The pools of a mutant, with its faults but those of the wire; each call gives one with pools of its own. */
export function mutantService(
  { alteration }: Pick<Mutant, 'alteration'>,
  contract: Contract,
  region: string,
): PoolService {
  const { clauses = contract.clauses, steps, service } = alteration;
  const usual = poolService({ ...contract, clauses, region, ...(steps && { alter: steps }) });
  return service?.(usual) ?? usual;
}
