import type { Contract } from '../../../specs/contract.ts';
import { defaultPool } from '../mock/defaultPool.ts';
import { type PoolService, poolService } from '../mock/poolService.ts';
import type { OddServer } from './oddServer.ts';

/** The pools of an odd server, with its oddities but those of the wire; each call gives one with pools of its own. */
export function oddService(
  { alteration }: Pick<OddServer, 'alteration'>,
  contract: Contract,
  region: string,
): PoolService {
  const { clauses = contract.clauses, steps, service, fresh } = alteration;
  const usual = poolService({
    ...contract,
    clauses,
    region,
    ...(steps === undefined ? {} : { alter: steps }),
    ...(fresh === undefined ? {} : { fresh: fresh(defaultPool(contract.edition)) }),
  });
  return service?.(usual) ?? usual;
}
