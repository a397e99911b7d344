import type { Contract } from '../../../specs/contract.ts';
import { type Fetch, fetchFrom } from '../mock/fetchFrom.ts';
import { mockHandlers } from '../mock/handlers.ts';
import { awsWire } from '../mock/wire.ts';
import type { Mutant } from './mutant.ts';
import { mutantService } from './mutantService.ts';

/** The mutant as something that answers requests; each call gives one with pools of its own. */
export function mutantFetch({ alteration }: Pick<Mutant, 'alteration'>, contract: Contract, region: string): Fetch {
  const { wire, fetch } = alteration;
  const pools = mutantService({ alteration }, contract, region);
  const others = fetchFrom(mockHandlers(pools));
  const altered = wire === undefined ? others : fetchFrom(mockHandlers(pools, wire(awsWire)));
  const updates = fetch?.(altered) ?? altered;
  // The run needs its pools: what is broken is broken for the operation under test alone.
  return (request) => (isOther(request) ? others(request) : updates(request));
}

function isOther({ headers }: Request): boolean {
  return /\.((?!Update)\w+UserPools?|\w+UserPoolMfaConfig|\w+Resource)$/.test(headers.get('x-amz-target') ?? '');
}
