import type { Phase } from '../../generators/cases/case.ts';
import type { ContractOptions } from './contractOptions.ts';

/** Which cases. */
export interface CasesOptions extends ContractOptions {
  /** Only cases about this clause or member, and what lies below it: `pool-name`, `Policies.PasswordPolicy`. */
  readonly only?: string;
  /** Default: examples, boundary and fuzz. */
  readonly phases?: readonly Phase[];
  /** Seed of the fuzz cases; the same seed gives the same cases. Default: 1. */
  readonly seed?: number;
  /** Number of fuzz cases. Default: 400. */
  readonly cases?: number;
  /** Region of the pools that requests are made for. Default: us-east-1. */
  readonly region?: string;
}
