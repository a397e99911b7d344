import { givenValue } from '../../specs/givenValue.ts';
import { isAtOrBelow } from '../../specs/member.ts';
import { didYouMean } from '../../specs/nearest.ts';
import { testedOperation } from '../../specs/operation.ts';
import { type Checks, callable, checkValues, like, wordIn } from '../targets/msw/optionChecks.ts';
import { UserError } from '../userError.ts';
import { testClause, testRest } from './clauseTests.ts';
import { contractFrom } from './contractOptions.ts';
import type { DescribeContractOptions, StartedServer } from './describeContractOptions.ts';
import { requireObject } from './requireObject.ts';
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

const checks: Checks = {
  name: like(/./, 'text'),
  script: wordIn(['curl', 'awsCli', 'boto3', 'paws', 'javascript']),
  level: wordIn(['must', 'should', 'may']),
  start: (value) => (typeof value === 'string' ? undefined : callable(value)),
  handlers: (value) =>
    Array.isArray(value) ? undefined : `has to be a list of msw handlers, not ${givenValue(value)}`,
};

// The options that are those of a run are checked where it begins.
function checkOwnOptions(options: DescribeContractOptions): void {
  requireObject('describeContract', 'options', options);
  const { name, script, level, start, handlers } = options;
  checkValues('describeContract', { name, script, level, start, handlers }, checks);
}

/** The name of the group and the clauses that it has a test for. Throws a UserError where the filter matches none. */
export function planned(options: DescribeContractOptions) {
  checkOwnOptions(options);
  const { name, edition, basis, only } = options;
  const contract = contractFrom('describeContract', { ...(edition && { edition }), ...(basis && { basis }) });
  const wanted = contract.clauses.filter(
    ({ id, member }) => only === undefined || isAtOrBelow(id, only) || isAtOrBelow(member, only),
  );
  if (wanted.length === 0) {
    const names = [...new Set(contract.clauses.flatMap(({ id, member }) => [id, member]))];
    throw new UserError(
      'nothing-to-run',
      `No clause of ${contract.edition.date} is about "${only}".${didYouMean(only ?? '', names)}`,
      'See contract.clauses().',
    );
  }
  return {
    name: name ?? `${testedOperation} keeps the contract of ${contract.edition.date}`,
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
