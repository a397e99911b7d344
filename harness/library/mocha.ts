import { registerContract } from './describeContract.ts';
import type { DescribeContractOptions } from './describeContractOptions.ts';

export type { DescribeContractOptions, StartedServer } from './describeContractOptions.ts';

/** What mocha puts into the global scope of a test file. */
interface MochaGlobals {
  readonly describe?: (name: string, body: () => void) => void;
  readonly before?: (body: (this: { timeout(ms: number): void }) => Promise<void>) => void;
  readonly it?: (name: string, body: (this: { skip(): void; test?: { title: string } }) => void) => void;
}

/**
 * Registers a mocha group with one test for each clause of the contract. Deviations fail the test of their clause, with a script
 * that reproduces them in the message; what the contract leaves undecided or the target does not implement is pending. Works in
 * parallel mode. Throws a TypeError outside mocha and for an unknown edition, and a UserError where `only` matches no clause.
 */
export function describeContract(options: DescribeContractOptions = {}): void {
  const { describe, before, it }: MochaGlobals = globalThis as MochaGlobals;
  if (describe === undefined || before === undefined || it === undefined) {
    throw new TypeError('describeContract: mocha is not running this file. Call it at the top level of a test file.');
  }
  registerContract(options, {
    describe,
    before: (body) =>
      before(function () {
        this.timeout(0);
        return body();
      }),
    it: (name, body) =>
      it(name, function () {
        body((why) => {
          if (this.test !== undefined) this.test.title = `${name} (${why})`;
          this.skip();
        });
      }),
  });
}
