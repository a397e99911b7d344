import type { Basis } from '../../specs/clause.ts';
import { type Contract, contractOf } from '../../specs/contract.ts';
import { type EditionDate, editionDates } from '../../specs/edition.ts';
import { newestEdition } from '../../specs/editions/index.ts';
import { type Checks, checkValues, wordIn } from '../targets/msw/optionChecks.ts';

/** Which contract. */
export interface ContractOptions {
  /** Date of the contract. Default: the newest. */
  readonly edition?: EditionDate;
  /** Which source wins where measurement and documentation differ. Default: observed. */
  readonly basis?: Basis;
}

/** The checks of these options. */
export const contractChecks = {
  edition: wordIn(editionDates),
  basis: wordIn(['observed', 'documented']),
} as const satisfies Checks;

/**
 * The contract that the options of a function name. Throws a TypeError with near words for unknown options, editions and bases, in
 * the name of the function.
 */
export function contractFrom(caller: string, options: ContractOptions = {}): Contract {
  checkValues(caller, options, contractChecks);
  const { edition = newestEdition.date, basis = 'observed' } = options;
  return contractOf(edition, basis);
}

/** The Region in the id of a pool; us-east-1 where there is none. */
export function regionOf(userPoolId: unknown): string {
  return (typeof userPoolId === 'string' ? /^([a-z0-9-]+)_/.exec(userPoolId)?.[1] : undefined) ?? 'us-east-1';
}
