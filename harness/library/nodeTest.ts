import { before, describe, it } from 'node:test';
import { registerContract } from './describeContract.ts';
import type { DescribeContractOptions } from './describeContractOptions.ts';

export type { DescribeContractOptions, StartedServer } from './describeContractOptions.ts';

/**
 * Registers a group of node:test with one test for each clause of the contract. Deviations fail the test of their clause, with a
 * script that reproduces them in the message; what the contract leaves undecided or the target does not implement is skipped with
 * the reason. Throws a TypeError for an unknown edition and a UserError where `only` matches no clause.
 */
export function describeContract(options: DescribeContractOptions = {}): void {
  registerContract(options, {
    describe: (name, body) => void describe(name, body),
    before,
    it: (name, body) => void it(name, (context) => body((why) => context.skip(why))),
  });
}
