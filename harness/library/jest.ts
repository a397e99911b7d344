import { testClause, testRest } from './clauseTests.ts';
import { planned, runForTests } from './describeContract.ts';
import type { DescribeContractOptions } from './describeContractOptions.ts';

export type { DescribeContractOptions, StartedServer } from './describeContractOptions.ts';

/** What Jest puts into the global scope of a test file. */
interface JestGlobals {
  readonly describe?: (name: string, body: () => void) => void;
  readonly it?: ((name: string, body: () => void) => void) & {
    readonly skip: (name: string, body: () => void) => void;
  };
}

/**
 * Runs against the target, then registers a Jest group with one test for each clause of the contract. To be awaited at the top
 * level of an ES module, since Jest can skip a test only while it is registered. Deviations fail the test of their clause, with a
 * script that reproduces them in the message; what the contract leaves undecided or the target does not implement is skipped.
 * Rejects with a TypeError outside Jest and for an unknown edition, and with a UserError where `only` matches no clause.
 */
export async function describeContract(options: DescribeContractOptions = {}): Promise<void> {
  const { describe, it }: JestGlobals = globalThis as JestGlobals;
  if (describe === undefined || it === undefined) {
    throw new TypeError('describeContract: Jest is not running this file. Await it at the top level of a test file.');
  }
  const { name, ids } = planned(options);
  const { script = 'curl' } = options;
  const result = await runForTests(options);
  describe(name, () => {
    for (const id of ids) register(id, it, (skip) => testClause(id, result, script, skip));
    it('is complete, and has no other deviation', () => testRest(ids, result, script));
  });
}

function register(id: string, it: NonNullable<JestGlobals['it']>, body: (skip: (why: string) => void) => void): void {
  const outcome = testOutcome(body);
  if (typeof outcome === 'string') it.skip(`${id} (${outcome})`, () => {});
  else
    it(id, () => {
      if (outcome !== undefined) throw outcome;
    });
}

/** The reason of a skipped test, the error of a failed one, undefined for one that passes. */
function testOutcome(body: (skip: (why: string) => void) => void): string | Error | undefined {
  let reason: string | undefined;
  try {
    body((why) => {
      reason = why;
    });
    return reason;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
