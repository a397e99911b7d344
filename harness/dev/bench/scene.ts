import { type Contract, contractOf } from '../../../specs/contract.ts';
import { newestEdition } from '../../../specs/editions/index.ts';

/** The contract that all benches measure by: the newest edition, as a run takes it by default. */
export const contract: Contract = contractOf(newestEdition.date, 'observed');

/** Where the benches' requests belong. */
export const region = 'us-east-1';

/** What their cases are made for. */
export const scene = { edition: contract.edition, basis: contract.basis, region, account: '123456789012' } as const;
