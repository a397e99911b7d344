import type { Contract } from '../../../specs/contract.ts';
import { type Fetch, fetchFrom } from '../mock/fetchFrom.ts';
import { mockHandlers } from '../mock/handlers.ts';
import { awsWire } from '../mock/wire.ts';
import type { OddServer } from './oddServer.ts';
import { oddService } from './oddService.ts';

/** The odd server as something that answers requests; each call gives one with pools of its own. */
export function oddFetch({ alteration }: Pick<OddServer, 'alteration'>, contract: Contract, region: string): Fetch {
  const { wire, fetch } = alteration;
  const handlers = mockHandlers(oddService({ alteration }, contract, region), wire?.(awsWire) ?? awsWire);
  const answered = fetchFrom(handlers);
  return fetch?.(answered) ?? answered;
}
