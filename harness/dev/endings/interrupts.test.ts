import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { createOperation, deleteOperation, describeOperation, testedOperation } from '../../../specs/operation.ts';
import { readRecord } from '../../record/recordFile.ts';
import { builtProgram } from '../builtProgram.ts';
import { type FinishedCommand, finishedCommand } from '../finishedCommand.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { type SilentTarget, startSilentTarget } from './startSilentTarget.ts';

/** Requests wait ten minutes for an answer, which is longer than a test may take: whoever waits for one fails. */
const patience = ['--timeout', '600000'];

const main = builtProgram();

function start(args: readonly string[]): ChildProcess & { readonly ended: Promise<FinishedCommand> } {
  const env = { ...process.env, CI: 'true' };
  const child = spawn(process.execPath, [main, ...args, ...patience], { env, cwd: temporaryFolder() });
  return Object.assign(child, { ended: finishedCommand(child) });
}

function runOn({ url }: SilentTarget, out: string): readonly string[] {
  const cases = ['--phases', 'boundary', '--only', 'PoolName', '--seed', '1', '--concurrency', '1'];
  return ['run', '--target', url, ...cases, '--report', 'json', '--out', out];
}

interface Moment {
  readonly name: string;
  /** The number of its request among all that a run sends. */
  readonly at: (operations: readonly string[]) => number;
  readonly isAnswered?: boolean;
  /** Absent: deletions are answered, and one signal is enough. */
  readonly twice?: { readonly deletes: boolean };
  /** Absent: 130. */
  readonly status?: readonly number[];
}

const moments: readonly Moment[] = [
  { name: 'the first request', at: () => 0 },
  { name: 'a case', at: aCase },
  { name: 'reading back', at: (all) => all.indexOf(describeOperation, aCase(all)) },
  { name: 'making a finding small', at: (all) => all.lastIndexOf(testedOperation, lastUpdate(all) - 1) },
  { name: 'the confirmation of a finding', at: lastUpdate },
  { name: 'a deletion', at: (all) => all.indexOf(deleteOperation, aCase(all)) },
  // A signal that comes when nothing is left to do may come too late.
  { name: 'writing the reports', at: (all) => all.length - 1, isAnswered: true, status: [1, 130] },
  // The id of the pool is waited for, so that it can be deleted; but not for as long as the timeout says.
  { name: 'a creation, which takes no longer than ten seconds', at: (all) => all.lastIndexOf(createOperation) },
  { name: 'a creation', at: (all) => all.lastIndexOf(createOperation), twice: { deletes: true } },
  { name: 'clean-up', at: aCase, twice: { deletes: false }, status: [3] },
];

function aCase(all: readonly string[]): number {
  return all.indexOf(testedOperation, Math.round(all.length / 4));
}

// The smallest request of the only finding is sent once more, and then nothing but deletions.
function lastUpdate(all: readonly string[]): number {
  return all.lastIndexOf(testedOperation);
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

describe('a run on a target that never answers again is ended', function () {
  this.timeout(300_000);
  let undisturbed: readonly string[] = [];

  before(async () => {
    const target = await startSilentTarget();
    const out = temporaryFolder();
    await start(runOn(target, out)).ended.finally(target.close);
    const { footer, findings } = readRecord(join(out, 'record.jsonl'));
    expect(findings).to.have.length(1);
    for (const purpose of ['shrinking', 'confirming'] as const) expect(footer.requestsBy?.[purpose]).to.be.above(0);
    undisturbed = target.operations;
  });

  for (const [index, { name, at, twice, isAnswered = false, status: statuses = [130] }] of moments.entries()) {
    const signal = signals[index % signals.length] ?? 'SIGINT';
    it(`by ${signal}${twice ? ', twice,' : ''} during ${name}`, async () => {
      const out = temporaryFolder();
      const number = at(undisturbed);
      let interrupt = () => {};
      const silence = {
        at: (_: string, sent: number) => sent === number,
        isAnswered,
        deletes: twice?.deletes ?? true,
        reached: () => interrupt(),
      };
      const target = await startSilentTarget(silence);
      const run = start(runOn(target, out));
      interrupt = () => void run.kill(signal);
      if (twice) run.stderr?.on('data', (text: string) => text.includes(': pools are deleted') && run.kill(signal));
      const { status, stderr } = await run.ended.finally(target.close);
      expect(statuses, stderr).to.include(status);
      const later = target.operations.slice(number + 1);
      expect(later.filter((operation) => operation !== deleteOperation)).to.deep.equal([]);
      const { footer } = readRecord(join(out, 'record.jsonl'));
      expect(footer.interrupted).to.equal(status === 1 ? null : signal);
      expect('notDeleted' in footer, stderr).to.equal(twice?.deletes === false);
      expect(existsSync(join(out, 'report.json'))).to.equal(true);
    });
  }

  it('by SIGTERM before it has read an existing pool', async () => {
    let interrupt = () => {};
    const silence = { at: () => true, isAnswered: false, deletes: true, reached: () => interrupt() };
    const target = await startSilentTarget(silence);
    const existing = ['--user-pool-id', 'us-east-1_Pool00001', '--allow-existing'];
    const run = start([...runOn(target, temporaryFolder()), ...existing]);
    interrupt = () => void run.kill('SIGTERM');
    const { status, stderr } = await run.ended.finally(target.close);
    expect(status, stderr).to.equal(130);
    expect(target.operations).to.have.length(1);
  });
});

describe('another command on a target that never answers again is ended by a signal', function () {
  this.timeout(300_000);
  const record = join(temporaryFolder(), 'record.jsonl');
  const pool = join(temporaryFolder(), 'pool.json');

  before(async () => {
    const target = await startSilentTarget();
    await start(runOn(target, dirname(record))).ended.finally(target.close);
    writeFileSync(pool, '{"PoolName":"mine","DeletionProtection":"INACTIVE"}');
  });

  const commands: Readonly<Record<string, (url: string) => readonly string[]>> = {
    replay: (url) => ['replay', record, '--target', url],
    survey: (url) => ['survey', '--target', url],
    'survey --confirm oldest': (url) => ['survey', '--confirm', 'oldest', '--target', url],
    preflight: (url) => ['preflight', pool, '--target', url],
  };

  for (const [name, argumentsFor] of Object.entries(commands)) {
    it(`${name}, and leaves no pool`, async () => {
      let interrupt = () => {};
      const at = (operation: string) => operation === testedOperation;
      const target = await startSilentTarget({ at, isAnswered: false, deletes: true, reached: () => interrupt() });
      const run = start(argumentsFor(target.url));
      interrupt = () => void run.kill('SIGINT');
      const { status, stderr } = await run.ended.finally(target.close);
      expect(status, stderr).to.equal(130);
      const count = (wanted: string) => target.operations.filter((operation) => operation === wanted).length;
      expect(count(deleteOperation)).to.equal(count(createOperation)).and.to.be.above(0);
    });
  }
});
