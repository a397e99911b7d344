import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { readRecord } from '../record/recordFile.ts';
import { stubServers } from '../stubServers/stubServers.ts';
import type { Served } from '../targets/serve.ts';
import type { CorpusEntry } from './corpusEntry.ts';
import { corpusFileName } from './corpusFileName.ts';
import { corpusLanes } from './corpusLanes.ts';

const schema = JSON.parse(readFileSync(new URL('./corpus.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ strict: true }).compile(schema);

function read(folder: string): readonly (readonly [string, Record<string, unknown>])[] {
  return readdirSync(folder).map((file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8'))] as const);
}

describe('a corpus folder', () => {
  let target: Served;
  let cwd: string;
  const corpus = () => join(cwd, 'corpus');
  const run = (...args: readonly string[]) =>
    runCommandLine(
      [
        'run',
        '--target',
        target.url,
        '--seed',
        '1',
        '--quiet',
        '--report',
        'json',
        '--out',
        '.',
        '--corpus',
        'corpus',
        ...args,
      ],
      { cwd },
    );

  before(async () => {
    target = await stubServers.acceptsEverything.start();
    cwd = temporaryFolder();
    await run('--phases', 'boundary', '--only', 'PoolName');
  });

  after(() => target.close());

  it('contains the smallest request of every finding, valid by its schema', () => {
    const entries = read(corpus());
    const { findings } = readRecord(join(cwd, 'record.jsonl'));
    expect(entries.map(([, { finding }]) => finding).toSorted()).to.deep.equal(findings.map(({ id }) => id).toSorted());
    for (const [file, entry] of entries) expect(validate(entry), file).to.equal(true);
    const long = entries.find(([, { finding }]) => finding === 'pool-name.max/accepted-invalid/200')?.[1];
    expect(long?.request).to.deep.equal({ UserPoolId: '{UserPoolId}', PoolName: 'a'.repeat(129) });
  });

  it('is sent first in the next run, and judged by the contract of that run', async () => {
    const before = read(corpus());
    const again = await run(
      '--phases',
      'boundary',
      '--only',
      'PoolName',
      '--concurrency',
      '1',
      '--edition',
      '2026-10-01',
    );
    expect(again.status, again.stderr).to.equal(1);
    const { cases } = readRecord(join(cwd, 'record.jsonl'));
    const ids = [...cases].map(({ id }) => id);
    expect(ids.slice(0, before.length).every((id) => id.startsWith('corpus/'))).to.equal(true);
    const kept = [...cases].filter(({ id, clause }) => id.startsWith('corpus/') && clause === 'pool-name.max');
    expect(kept.map(({ verdict }) => verdict.kind)).to.include('deviates');
    expect(read(corpus())).to.deep.equal(before);
  });

  it('skips entries of phases and members that were not selected', async () => {
    await run('--phases', 'boundary', '--only', 'UserPoolTier');
    const { cases } = readRecord(join(cwd, 'record.jsonl'));
    expect([...cases].filter(({ id, member }) => id.startsWith('corpus/') && member === 'PoolName')).to.deep.equal([]);
  });

  it('is rejected by file name if a file is truncated or foreign, and nothing is sent', async () => {
    const bad = join(cwd, 'bad');
    mkdirSync(bad);
    writeFileSync(join(bad, 'torn.json'), '{"format": "poolproof-cor');
    writeFileSync(join(bad, 'package.json'), '{"name": "another"}');
    writeFileSync(join(bad, 'README.md'), 'Ours.');
    const { status, stderr } = await run('--corpus', 'bad');
    expect(status).to.equal(2);
    expect(stderr).to.contain('error[wrong-corpus]').and.contain('bad/torn.json').and.contain('bad/package.json');
    expect(stderr).to.not.contain('README.md');
  });
});

describe('an entry of a corpus', () => {
  const entry: CorpusEntry = {
    format: 'poolproof-corpus',
    version: 1,
    finding: 'pool-name.max/accepted-invalid/200',
    target: 'mine',
    edition: '2026-11-13',
    basis: 'observed',
    phase: 'boundary',
    clause: 'pool-name.max',
    member: 'PoolName',
    request: { UserPoolId: '{UserPoolId}', PoolName: 'short enough' },
  };
  const named = [{ name: corpusFileName(entry.finding), entry }];
  const contract = contractOf('2026-11-13', 'observed');

  it('has the breaches of the current contract, not of the one it was saved under', () => {
    const [lane] = corpusLanes(named, contract, { phases: ['boundary'] });
    expect([...(lane?.cases ?? [])].map(({ breaks }) => breaks)).to.deep.equal([[]]);
    const long = [{ name: 'long', entry: { ...entry, request: { ...entry.request, PoolName: 'a'.repeat(129) } } }];
    const [broken] = corpusLanes(long, contract, { phases: ['boundary'] });
    expect([...(broken?.cases ?? [])].map(({ breaks }) => breaks)).to.deep.equal([['pool-name.max']]);
  });

  it('conforms on a target that behaves correctly now', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'corpus'));
    writeFileSync(join(cwd, 'corpus', `${corpusFileName(entry.finding)}.json`), JSON.stringify(entry));
    const args = ['--phases', 'boundary', '--only', 'pool-name.max', '--corpus', 'corpus', '--quiet', '--out', '.'];
    const { status, stderr } = await runCommandLine(['run', ...args], { cwd });
    expect(status, stderr).to.equal(0);
    const { cases } = readRecord(join(cwd, 'record.jsonl'));
    const verdicts = [...cases]
      .filter(({ id }) => id.startsWith('corpus/pool-name'))
      .map(({ verdict }) => verdict.kind);
    expect(verdicts).to.deep.equal(['conforms']);
  });

  it('has a unique and safe file name, whatever its id contains', () => {
    expect(corpusFileName('a/b')).to.not.equal(corpusFileName('a_b'));
    expect(corpusFileName('request.atomic@Policies/not-atomic/../../x')).to.match(/^[A-Za-z0-9._@-]+$/);
  });
});
