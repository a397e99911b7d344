import type { GenerationScene } from '../../generators/cases/scene.ts';
import { memoizeByText } from '../../specs/memoize.ts';
import { type Checks, checkValues, like } from '../targets/msw/optionChecks.ts';
import { type ContractOptions, contractChecks, contractFrom, regionOf } from './contractOptions.ts';

/** Options of the arbitraries. */
export interface ArbitraryOptions extends ContractOptions {
  /** The pool that requests name; its Region is the Region of ARNs. Default: us-east-1_Example01. */
  readonly userPoolId?: string;
  /** The AWS account that ARNs name, twelve digits. Default: 123456789012. */
  readonly account?: string;
}

/** The pool that requests name unless the options name another. */
export const defaultPoolId = 'us-east-1_Example01';

const arbitraryChecks = {
  ...contractChecks,
  userPoolId: like(/^[a-z0-9-]+_[A-Za-z0-9]+$/, 'the id of a pool such as us-east-1_Example01'),
  account: like(/^\d{12}$/, 'twelve digits'),
} as const satisfies Checks;

/**
 * What the generators are asked for; the same object for the same options, so that what they remember is used again. Throws a
 * TypeError with near words for unknown options and wrong values.
 */
export function sceneFor(options: ArbitraryOptions): GenerationScene {
  checkValues('arbitraries', options, arbitraryChecks);
  const { userPoolId = defaultPoolId, account = '123456789012', ...contract } = options;
  const { edition, basis } = contractFrom('arbitraries', contract);
  return sceneOf(JSON.stringify({ date: edition.date, basis, region: regionOf(userPoolId), account }));
}

const sceneOf = memoizeByText((key): GenerationScene => {
  const { date, basis, region, account } = JSON.parse(key);
  return { edition: contractFrom('arbitraries', { edition: date, basis }).edition, basis, region, account };
});
