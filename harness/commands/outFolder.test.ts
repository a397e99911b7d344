import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { freePort } from '../dev/freePort.ts';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { readRecord } from '../record/recordFile.ts';
import { openOutFolder } from '../session/outFolder.ts';
import { mutantHandlers } from '../targets/mutants/mutantHandlers.ts';
import { mutantsOf } from '../targets/mutants/mutantsOf.ts';
import { serve } from '../targets/serve.ts';

const contract = contractOf('2026-11-13', 'observed');
const quick = ['run', '--seed', '1', '--phases', 'boundary', '--only', 'PoolName', '--quiet', '--out', '.'];

describe('the out folder of a run', () => {
  it('keeps no report of an earlier run beside a new record', async () => {
    const cwd = temporaryFolder();
    for (const name of ['report.md', 'junit.xml', 'notes.txt']) writeFileSync(join(cwd, name), 'old');
    await runCommandLine([...quick, '--report', 'json'], { cwd });
    expect(readdirSync(cwd).toSorted()).to.deep.equal(['notes.txt', 'record.jsonl', 'report.json']);
  });

  it('stays as it was where the target does not answer', async () => {
    const cwd = temporaryFolder();
    for (const name of ['record.jsonl', 'report.md']) writeFileSync(join(cwd, name), 'old');
    const target = `http://127.0.0.1:${await freePort()}`;
    const { status, stderr } = await runCommandLine([...quick, '--target', target], { cwd });
    expect(status, stderr).to.equal(3);
    expect(readdirSync(cwd).toSorted()).to.deep.equal(['record.jsonl', 'report.md']);
    expect(readFileSync(join(cwd, 'record.jsonl'), 'utf8')).to.equal('old');
  });

  it('is refused to a second run as long as the first is there, and taken over from one that was killed', async () => {
    const cwd = temporaryFolder();
    const { release } = openOutFolder(cwd);
    const second = await runCommandLine(quick, { cwd });
    expect(second.status).to.equal(2);
    expect(second.stderr).to.contain(`error[folder-in-use]: Another run (process ${process.pid})`);
    release();
    expect((await runCommandLine(quick, { cwd })).status).to.equal(0);
    writeFileSync(join(cwd, '.poolproof-running'), '999999999\n');
    expect((await runCommandLine(quick, { cwd })).status).to.equal(0);
    expect(existsSync(join(cwd, '.poolproof-running'))).to.equal(false);
  });
});

describe('a run on a target with one fault', () => {
  let target: Awaited<ReturnType<typeof serve>>;
  const run = async (...more: readonly string[]) => {
    const cwd = temporaryFolder();
    const summary = join(cwd, 'summary.md');
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary };
    const args = ['run', '--target', target.url, '--seed', '1', '--quiet', '--out', '.', '--report', 'json', ...more];
    const finished = await runCommandLine(args, { cwd, env });
    const text = existsSync(summary) ? readFileSync(summary, 'utf8') : '';
    return { ...finished, summary: text, record: readRecord(join(cwd, 'record.jsonl')) };
  };

  before(async () => {
    const mutant = mutantsOf(contract).find(({ id }) => id === 'constraint/PoolName/max/looser');
    if (mutant === undefined) throw new Error('There is no such mutant.');
    target = await serve({ handlers: mutantHandlers(mutant, contract, 'us-east-1'), port: 0 });
  });
  after(() => target.close());

  it('tells GitHub what fails the gate, with the summary of this run', async () => {
    const { status, stderr, summary } = await run('--phases', 'boundary', '--only', 'PoolName');
    expect(status).to.equal(1);
    expect(stderr).to.match(/^::error title=[^:]*accepted[^:]*::Refuse texts .*pool-name\.max\/accepted-invalid\/200/m);
    expect(summary).to.match(/^## ❌ /);
    expect(summary.match(/^## /gm)).to.have.lengthOf(1);
  });

  it('has findings about what was asked for alone', async () => {
    const { record } = await run('--phases', 'boundary', '--only', 'UserPoolTags');
    expect(record.findings).to.deep.equal([]);
    const other = await run('--phases', 'boundary', '--only', 'PoolName');
    expect(other.record.findings.map(({ member }) => member)).to.deep.equal(['PoolName']);
  });

  it('ends after the first deviation where that is asked for', async () => {
    const { record } = await run('--phases', 'boundary,examples', '--fail-fast', '--concurrency', '8');
    const deviating = [...record.cases].filter(({ verdict }) => verdict.kind === 'deviates');
    expect(deviating).to.have.lengthOf(1);
    expect(record.findings).to.have.lengthOf(1);
    expect(record.footer.failedFast).to.equal(true);
  });

  it('counts what would be sent, however many cases there are', async () => {
    const cwd = temporaryFolder();
    const { status, stdout } = await runCommandLine(['run', '--dry-run', '--cases', '1000000'], { cwd });
    expect(status).to.equal(0);
    expect(stdout).to.match(/^cases {5}100\d{4}, /m);
    expect(existsSync(join(cwd, 'poolproof-report'))).to.equal(false);
  });

  it('estimates from a few cases what very many would have to be drawn for', async () => {
    const dryRun = ['run', '--dry-run', '--seed', '1', '--phases', 'fuzz', '--cases', '1000000', '--only'];
    const [common, rare, wrong] = await Promise.all(
      ['PoolName', 'verification-message-template.default-email-option.enum', 'pool-name.maxx'].map((only) =>
        runCommandLine([...dryRun, only]),
      ),
    );
    expect(common?.stdout).to.match(/^cases {5}about \d{4,5}, /m);
    expect(rare?.stdout).to.match(/^cases {5}about \d{3,4}, /m);
    expect(wrong?.stderr).to.contain('error[nothing-to-run]');
  });
});
