import { isAtOrBelow } from '../../specs/member.ts';
import { UserError } from '../userError.ts';
import { testClause, testRest } from './clauseTests.ts';
import { contractFrom } from './contractOptions.ts';
import type { DescribeContractOptions, StartedServer } from './describeContractOptions.ts';
import { run } from './run.ts';
import type { RunOptions } from './runOptions.ts';
import type { RunResult } from './runResult.ts';
import type { TestFramework } from './testFramework.ts';

/** Registers a group with one test for each clause; the run takes place once, before the first of them. */
export function registerContract(options: DescribeContractOptions, framework: TestFramework): void {
  const { name, ids } = planned(options);
  const { script = 'curl' } = options;
  framework.describe(name, () => {
    let result: RunResult | undefined;
    framework.before(async () => {
      result = await runForTests(options);
    });
    const finished = () => {
      if (result !== undefined) return result;
      throw new Error('The run has not taken place.');
    };
    for (const id of ids) framework.it(id, (skip) => testClause(id, finished(), script, skip));
    framework.it('is complete, and has no other deviation', () => testRest(ids, finished(), script));
  });
}

/** The name of the group and the clauses that it has a test for. Throws a UserError where the filter matches none. */
export function planned({ name, edition, basis, only }: DescribeContractOptions) {
  const contract = contractFrom({ ...(edition && { edition }), ...(basis && { basis }) });
  const wanted = contract.clauses.filter(
    ({ id, member }) => only === undefined || isAtOrBelow(id, only) || isAtOrBelow(member, only),
  );
  if (wanted.length === 0) {
    throw new UserError(
      'nothing-to-run',
      `No clause of ${contract.edition.date} is about "${only}".`,
      'See contract.clauses().',
    );
  }
  return {
    name: name ?? `UpdateUserPool keeps the contract of ${contract.edition.date}`,
    ids: wanted.map(({ id }) => id),
  };
}

/** Starts what the options say, runs against it and stops it. */
export async function runForTests(options: DescribeContractOptions): Promise<RunResult> {
  const { name: _name, level: failOn = 'must', script: _script, start, handlers, seed = 1, ...rest } = options;
  const server = typeof start === 'function' ? await start() : undefined;
  const settings = { ...rest, seed, failOn, ...(typeof start === 'string' && { start }) };
  try {
    return await run({ ...settings, ...(await targetOptions(server, handlers)) });
  } finally {
    await server?.stop?.();
  }
}

async function targetOptions(
  server: StartedServer | undefined,
  handlers: readonly object[] | undefined,
): Promise<Pick<RunOptions, 'target' | 'fetch'>> {
  if (server !== undefined) return { target: server.url };
  if (handlers === undefined) return {};
  const { fetchFromMsw } = await import('./fetchFromMsw.ts');
  return { fetch: await fetchFromMsw(handlers) };
}
