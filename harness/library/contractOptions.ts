import type { Basis } from '../../specs/clause.ts';
import { type Contract, contractOf } from '../../specs/contract.ts';
import { type EditionDate, editionDates } from '../../specs/edition.ts';
import { newestEdition } from '../../specs/editions/index.ts';
import { didYouMean } from '../../specs/nearest.ts';

/** Which contract. */
export interface ContractOptions {
  /** Date of the contract. Default: the newest. */
  readonly edition?: EditionDate;
  /** Which source wins where measurement and documentation differ. Default: observed. */
  readonly basis?: Basis;
}

/** The contract that options name. Throws a TypeError with a near word for an unknown edition or basis. */
export function contractFrom({ edition = newestEdition.date, basis = 'observed' }: ContractOptions): Contract {
  const date = editionDates.find((known) => known === edition);
  if (date === undefined) throw unknownWord('edition', edition, editionDates);
  if (basis !== 'observed' && basis !== 'documented') throw unknownWord('basis', basis, ['observed', 'documented']);
  return contractOf(date, basis);
}

function unknownWord(option: string, value: unknown, words: readonly string[]): TypeError {
  const near = typeof value === 'string' ? didYouMean(value, words) : '';
  return new TypeError(`${option} has to be one of ${words.join(', ')}, not ${JSON.stringify(value)}.${near}`);
}

/** The Region in the id of a pool; us-east-1 where there is none. */
export function regionOf(userPoolId: unknown): string {
  return (typeof userPoolId === 'string' ? /^([a-z0-9-]+)_/.exec(userPoolId)?.[1] : undefined) ?? 'us-east-1';
}
