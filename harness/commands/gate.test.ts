import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { mutantHandlers } from '../targets/mutants/mutantHandlers.ts';
import { mutantsOf } from '../targets/mutants/mutantsOf.ts';
import { oddFetch } from '../targets/odd/oddFetch.ts';
import { type Served, serve } from '../targets/serve.ts';

const small = [
  'run',
  '--phases',
  'boundary',
  '--only',
  'PoolName',
  '--seed',
  '1',
  '--quiet',
  '--report',
  'terminal,json',
];

/** The mock that ignores PoolName in an update. */
const usual = oddFetch({ alteration: {} }, contractOf('2026-11-13', 'observed'), 'us-east-1');

async function withoutPoolName(request: Request): Promise<Response> {
  const text = await request.clone().text();
  if (!text.startsWith('{') || !request.headers.get('x-amz-target')?.endsWith('.UpdateUserPool')) return usual(request);
  const { PoolName: _lost, ...kept } = JSON.parse(text);
  return usual(new Request(request.url, { method: 'POST', headers: request.headers, body: JSON.stringify(kept) }));
}

describe('the gate of the command', () => {
  const cwd = temporaryFolder();
  let target: Served | undefined;
  const on = () => ['--target', target?.url ?? ''];
  const go = (...args: readonly string[]) => runCommandLine([...small, ...args], { cwd });
  const gate = () => JSON.parse(readFileSync(join(cwd, 'poolproof-report', 'report.json'), 'utf8')).gate;
  const baseline = join(cwd, 'baseline.json');
  const known = 'pool-name.max/accepted-invalid/200';

  before(async () => {
    const contract = contractOf('2026-11-13', 'observed');
    const mutant = mutantsOf(contract).find(({ id }) => id === 'constraint/PoolName/max/looser');
    if (mutant === undefined) throw new Error('There is no such mutant.');
    target = await serve({ handlers: mutantHandlers(mutant, contract, 'us-east-1'), port: 0 });
  });
  after(() => target?.close());

  it('ends with 1 on a finding, with 0 once the baseline knows it, and with 1 again once its date is past', async () => {
    expect((await go(...on())).status).to.equal(1);
    const updated = await go(...on(), '--baseline', 'baseline.json', '--update-baseline');
    expect(updated).to.include({ status: 0, stderr: 'baseline.json: 1 finding added, 0 removed.\n' });
    const again = await go(...on(), '--baseline', 'baseline.json');
    expect(again.status).to.equal(0);
    expect(again.stdout).to.match(/gate +passed at level must\. Compared with baseline\.json: 1 known\./);
    expect(gate()).to.deep.include({ passed: true, baseline: 'baseline.json', known: [known], new: [] });
    const text = readFileSync(baseline, 'utf8').replace('"ticket": ""', '"ticket": "", "expires": "2020-01-31"');
    writeFileSync(baseline, text);
    const late = await go(...on(), '--baseline', 'baseline.json');
    expect(late.status).to.equal(1);
    expect(late.stdout).to.match(/failed: 1 known finding whose acceptance has expired/);
  });

  it('tells what is fixed, and under --strict-baseline ends with 1 until the baseline is pruned', async () => {
    writeFileSync(baseline, readFileSync(baseline, 'utf8').replace(/"target": ".*"/, '"target": "mock"'));
    const fixed = await go('--baseline', 'baseline.json');
    expect(fixed.status).to.equal(0);
    expect(fixed.stdout).to.include(`fixed: ${known}`);
    expect((await go('--baseline', 'baseline.json', '--strict-baseline')).status).to.equal(1);
    const pruned = await go('--baseline', 'baseline.json', '--prune-baseline', '--strict-baseline');
    expect(pruned).to.include({ status: 0, stderr: 'baseline.json: 0 findings added, 1 removed.\n' });
  });

  it('is met again by the reports of an old run where one of its settings is said, and only then', async () => {
    expect((await go(...on(), '--out', 'old')).status).to.equal(1);
    const old = (...args: readonly string[]) =>
      runCommandLine(['report', 'old/record.jsonl', '--report', 'json', ...args], { cwd });
    const gateOfOld = () => JSON.parse(readFileSync(join(cwd, 'old', 'report.json'), 'utf8')).gate;
    expect((await old()).status).to.equal(0);
    expect(gateOfOld()).to.include({ passed: false, baseline: null });
    expect((await old('--fail-on', 'must')).status).to.equal(1);
    expect(await old('--baseline', 'new.json', '--update-baseline')).to.include({ status: 0 });
    expect(gateOfOld()).to.deep.include({ passed: true, baseline: 'new.json', known: [known] });
  });

  it('passes a member without any effect but under --strict-coverage, in a run, a report and a merge', async () => {
    const phases = ['--phases', 'examples,boundary'];
    const lacking = await serve({ handlers: [withoutPoolName], port: 0 });
    const on = ['--target', lacking.url, ...phases];
    const plain = await go(...on, '--out', 'lacking');
    expect(plain.status).to.equal(0);
    expect(plain.stdout)
      .to.match(/^! /m)
      .and.match(/Not implemented:\s+PoolName/);
    expect((await go(...on, '--strict-coverage')).status).to.equal(1);
    for (const shard of ['1', '2']) await go(...on, '--shard', `${shard}/2`, '--out', `shard-${shard}`);
    await lacking.close();
    const again = (...args: readonly string[]) => runCommandLine(args, { cwd });
    const record = 'lacking/record.jsonl';
    const merge = ['merge', 'shard-1/record.jsonl', 'shard-2/record.jsonl', '-o', 'merged.jsonl'];
    expect((await again('report', record, '--fail-on', 'must')).status).to.equal(0);
    expect((await again('report', record, '--strict-coverage')).status).to.equal(1);
    expect((await again(...merge)).status).to.equal(0);
    expect((await again(...merge, '--strict-coverage')).status).to.equal(1);
  });

  it('ends with 1 where a required error never came', async () => {
    expect((await go('--require-errors', '481')).status).to.equal(0);
    const missing = await go('--require-errors', '480,InvalidParameterException');
    expect(missing.status).to.equal(1);
    expect(missing.stdout).to.match(/never returned:\s+ResourceNotFoundException/);
  });

  it('knows a target by the name that it is given, whatever its port', async () => {
    const contract = contractOf('2026-11-13', 'observed');
    const [mutant] = mutantsOf(contract).filter(({ id }) => id === 'constraint/PoolName/max/looser');
    const moved = await serve({
      handlers: mutant === undefined ? [] : mutantHandlers(mutant, contract, 'us-east-1'),
      port: 0,
    });
    const named = ['--target-name', 'our-emulator', '--baseline', 'named.json'];
    expect((await go(...on(), ...named, '--update-baseline')).status).to.equal(0);
    const again = await go('--target', moved.url, ...named);
    await moved.close();
    expect(again).to.include({ status: 0, stderr: '' });
    expect(again.stdout)
      .to.match(/our-emulator deviates/)
      .and.match(/--target-name our-emulator/);
  });

  it('refuses wrong gates before anything is sent', async () => {
    const nowhere = ['--target', 'http://127.0.0.1:9'];
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [['--baseline', 'none.json'], /no baseline "none\.json"[\s\S]*hint: Create it with --update-baseline/],
      [['--strict-baseline', '--prune-baseline'], /--prune-baseline and --strict-baseline need a baseline/],
      [['--require-errors', '479'], /--require-errors knows 480 to 490.*not "479"/],
      [['--fail-on', 'never'], /--fail-on has to be one of must, should, may/],
    ];
    const refuse = async ([args, says]: (typeof wrong)[number]): Promise<void> => {
      const { status, stderr } = await go(...nowhere, ...args);
      expect(stderr).to.match(says);
      expect(status).to.equal(2);
    };
    await Promise.all(wrong.map(refuse));
  });

  it('counts weaker findings under --fail-on and --strict', async () => {
    writeFileSync(join(cwd, 'poolproof.config.json'), JSON.stringify({ failOn: 'should' }));
    await go(...on());
    expect(gate().failOn).to.equal('should');
    await go(...on(), '--strict');
    expect(gate().failOn).to.equal('may');
  });
});
