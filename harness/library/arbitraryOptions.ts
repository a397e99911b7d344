import type { GenerationScene } from '../../generators/cases/scene.ts';
import { memoizeByText } from '../../specs/memoize.ts';
import { type ContractOptions, contractFrom, regionOf } from './contractOptions.ts';

/** Options of the arbitraries. */
export interface ArbitraryOptions extends ContractOptions {
  /** The pool that requests name; its Region is the Region of ARNs. Default: us-east-1_Example01. */
  readonly userPoolId?: string;
  /** The AWS account that ARNs name, twelve digits. Default: 123456789012. */
  readonly account?: string;
}

/** The pool that requests name unless the options name another. */
export const defaultPoolId = 'us-east-1_Example01';

/** What the generators are asked for; the same object for the same options, so that what they remember is used again. */
export function sceneFor({ userPoolId = defaultPoolId, account = '123456789012', ...contract }: ArbitraryOptions) {
  const { edition, basis } = contractFrom(contract);
  return sceneOf(JSON.stringify({ date: edition.date, basis, region: regionOf(userPoolId), account }));
}

const sceneOf = memoizeByText((key): GenerationScene => {
  const { date, basis, region, account } = JSON.parse(key);
  return { edition: contractFrom({ edition: date, basis }).edition, basis, region, account };
});
