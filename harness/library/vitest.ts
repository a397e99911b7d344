import { beforeAll, describe, it } from 'vitest';
import { registerContract } from './describeContract.ts';
import type { DescribeContractOptions } from './describeContractOptions.ts';

export type { DescribeContractOptions, StartedServer } from './describeContractOptions.ts';

/**
 * Registers a Vitest group with one test for each clause of the contract. Deviations fail the test of their clause, with a script
 * that reproduces them in the message; what the contract leaves undecided or the target does not implement is skipped with the
 * reason. Throws a TypeError for an unknown edition and a UserError where `only` matches no clause.
 */
export function describeContract(options: DescribeContractOptions = {}): void {
  registerContract(options, {
    describe,
    before: (body) => beforeAll(body, longestTimeout),
    it: (name, body) => it(name, (context) => body((why) => context.skip(why))),
  });
}

/** The longest that a timer takes, in milliseconds. */
const longestTimeout = 2 ** 31 - 1;
