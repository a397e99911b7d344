import type { Contract } from '../../../specs/contract.ts';
import { defaultPool } from '../mock/defaultPool.ts';
import { type Fetch, fetchFrom } from '../mock/fetchFrom.ts';
import { mockHandlers } from '../mock/handlers.ts';
import { poolService } from '../mock/poolService.ts';
import { awsWire } from '../mock/wire.ts';
import type { OddServer } from './oddServer.ts';

/** The odd server as something that answers requests; each call gives one with pools of its own. */
export function oddFetch({ alteration }: Pick<OddServer, 'alteration'>, contract: Contract, region: string): Fetch {
  const { clauses = contract.clauses, steps, wire, fetch, service, fresh } = alteration;
  const usual = poolService({
    ...contract,
    clauses,
    region,
    ...(steps === undefined ? {} : { alter: steps }),
    ...(fresh === undefined ? {} : { fresh: fresh(defaultPool(contract.edition)) }),
  });
  const handlers = mockHandlers(service?.(usual) ?? usual, wire?.(awsWire) ?? awsWire);
  const answered = fetchFrom(handlers);
  return fetch?.(answered) ?? answered;
}
