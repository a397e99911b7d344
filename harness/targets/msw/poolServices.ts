import { contractOf } from '../../../specs/contract.ts';
import { newestEdition } from '../../../specs/editions/index.ts';
import { type PoolService, poolService } from '../mock/poolService.ts';
import type { CognitoOptions } from './cognitoOptions.ts';
import type { RegionalPools } from './regionalPools.ts';

export const defaultRegion = 'us-east-1';
export const defaultAccount = '123456789012';

/** The service of each Region on shared pools, by the contract and account of the options; made when first needed. */
export function poolServices(options: CognitoOptions, regions: RegionalPools): (region: string) => PoolService {
  const { edition = newestEdition.date, basis = 'observed', account = defaultAccount } = options;
  const services = new Map<string, PoolService>();
  return (region) => {
    const known = services.get(region);
    if (known !== undefined) return known;
    const place = { region, account, store: regions.in(region), ids: regions.ids };
    const service = poolService({ ...contractOf(edition, basis), ...place });
    services.set(region, service);
    return service;
  };
}
