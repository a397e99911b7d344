import { type Contract, contractOf } from '../../../specs/contract.ts';
import { newestEdition } from '../../../specs/editions/index.ts';

/** The contract of all benches: the newest edition, the default of a run. */
export const contract: Contract = contractOf(newestEdition.date, 'observed');

/** The Region of the benches' requests. */
export const region = 'us-east-1';

/** What the benches' cases are generated for. */
export const scene = { edition: contract.edition, basis: contract.basis, region, account: '123456789012' } as const;
