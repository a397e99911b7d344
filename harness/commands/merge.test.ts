import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import type { RunRecord } from '../record/record.ts';
import { readRecord } from '../record/recordFile.ts';
import { mutantHandlers } from '../targets/mutants/mutantHandlers.ts';
import { mutantsOf } from '../targets/mutants/mutantsOf.ts';
import { type Served, serve } from '../targets/serve.ts';

const shared = ['run', '--phases', 'boundary,fuzz', '--cases', '210', '--seed', '3', '--quiet', '--report', 'json'];

/** What is the same however a run is divided: everything but times and ids that the target gave. */
function casesOf({ cases }: RunRecord) {
  return [...cases]
    .map(({ id, lane, clause, breaks, expectation, verdict }) =>
      JSON.stringify([lane, id, clause, breaks, expectation, verdict]),
    )
    .toSorted();
}

describe('a run in shards', () => {
  const cwd = temporaryFolder();
  let target: Served | undefined;
  const run = (out: string, args: readonly string[], env = {}) =>
    runCommandLine([...shared, '--target', target?.url ?? '', '--out', out, ...args], { cwd, env });
  const path = (out: string) => join(cwd, out, 'record.jsonl');
  const shards = ['one', 'two', 'three'];

  before(async () => {
    const contract = contractOf('2026-11-13', 'observed');
    const mutant = mutantsOf(contract).find(({ id }) => id === 'constraint/PoolName/max/looser');
    if (mutant === undefined) throw new Error('There is no such mutant.');
    target = await serve({ handlers: mutantHandlers(mutant, contract, 'us-east-1'), port: 0 });
    await Promise.all([
      run('whole', []),
      run('one', ['--shard', '1/3']),
      run('two', [], { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '3' }),
      run('three', [], { JOB_COMPLETION_INDEX: '2', POOLPROOF_SHARD_TOTAL: '3' }),
    ]);
  });
  after(() => target?.close());

  it('equals the undivided run once it is merged, case for case and finding for finding', async () => {
    const merged = await runCommandLine(['merge', ...shards.map(path), '-o', 'merged/record.jsonl'], { cwd });
    expect(merged.status, merged.stderr).to.equal(1);
    const [whole, together] = [readRecord(path('whole')), readRecord(path('merged'))];
    expect(casesOf(together)).to.deep.equal(casesOf(whole));
    const counts = ({ findings }: RunRecord) => findings.map(({ id, count }) => `${id} ${count}`).toSorted();
    expect(counts(together)).to.deep.equal(counts(whole));
    expect(together.gate).to.deep.equal(whole.gate);
    for (const part of shards)
      expect([...readRecord(path(part)).cases].length).to.be.within(1, [...whole.cases].length - 2);
    const compared = await runCommandLine(['compare', path('whole'), path('merged')], { cwd });
    expect(compared).to.include({ status: 0 });
    expect(compared.stdout).to.include('Nothing differs.');
  });

  it('has its reports made from the merged record', async () => {
    await runCommandLine(['report', 'merged/record.jsonl', '--report', 'json,junit'], { cwd });
    const report = JSON.parse(readFileSync(join(cwd, 'merged', 'report.json'), 'utf8'));
    expect(report).to.deep.include({ shard: null });
    expect(report.gate.against).to.deep.equal(['pool-name.max/accepted-invalid/200']);
  });

  it('meets the gate as a whole', async () => {
    const shut = await runCommandLine(['merge', ...shards.map(path), '-o', 'b.jsonl', '--require-errors', '482'], {
      cwd,
    });
    expect(shut.status).to.equal(1);
    expect(readRecord(join(cwd, 'b.jsonl')).gate?.missingErrors).to.deep.equal(['ConcurrentModificationException']);
    const flags = ['--baseline', 'baseline.json', '--update-baseline'];
    expect((await runCommandLine(['merge', ...shards.map(path), '-o', 'b.jsonl', ...flags], { cwd })).status).to.equal(
      0,
    );
  });

  it('is not written over one of its shards', async () => {
    const before = readFileSync(path('one'), 'utf8');
    const { status, stderr } = await runCommandLine(['merge', ...shards.map(path), '-o', 'one/record.jsonl'], { cwd });
    expect(status).to.equal(2);
    expect(stderr).to.contain('-o names one of the shards: "one/record.jsonl".');
    expect(readFileSync(path('one'), 'utf8')).to.equal(before);
  });

  it('is refused with a shard that is missing, or torn', async () => {
    const missing = await runCommandLine(['merge', path('one'), path('three'), '-o', 'b.jsonl'], { cwd });
    expect(missing).to.include({ status: 2 });
    expect(missing.stderr).to.match(/There is no shard 2\/3\.\n {2}hint: /);
    const torn = join(cwd, 'torn.jsonl');
    writeFileSync(torn, readFileSync(path('two'), 'utf8').split('\n').slice(0, -4).join('\n'));
    const refused = await runCommandLine(['merge', path('one'), torn, path('three'), '-o', 'b.jsonl'], { cwd });
    expect(refused).to.include({ status: 2 });
    expect(refused.stderr).to.match(/error\[torn-record\].*torn\.jsonl/);
  });

  it('needs a seed, and a part that there is', async () => {
    const seedless = await runCommandLine(['run', '--shard', '1/2'], { cwd });
    expect(seedless).to.include({ status: 2 });
    expect(seedless.stderr).to.match(/A shard needs a seed.*\n {2}hint: .*--seed/);
    const wrong = await runCommandLine(['run', '--shard', '3/2', '--seed', '1'], { cwd });
    expect(wrong.stderr).to.match(/--shard has to be a part such as 1\/3/);
  });
});
