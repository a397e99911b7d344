import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import type { BoardSettings } from './boardSettings.ts';
import type { BoardTarget } from './boardTarget.ts';
import { checkScripts } from './checkScripts.ts';
import { controls } from './controls.ts';
import { runBoard } from './runBoard.ts';

const [mock] = controls;
if (mock === undefined) throw new Error('There are no controls.');

/** A target whose file is wrong: what starts it throws. */
const broken: BoardTarget = {
  ...mock.target,
  name: 'broken',
  start: () => {
    throw new TypeError('no such\n  template');
  },
};

const poorServer = /* js */ `
require('node:http').createServer((request, response) => {
  const operation = String(request.headers['x-amz-target']).split('.')[1];
  const isUpdate = operation === 'UpdateUserPool';
  const refused = { __type: 'InvalidParameterValueException', message: 'Unknown action: ' + operation };
  const pool = { Id: 'us-east-1_A', Name: 'a', CreationDate: 1, LastModifiedDate: 1 };
  response.writeHead(isUpdate ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(JSON.stringify(isUpdate ? refused : { UserPool: pool }));
}).listen(Number(process.argv[2]), '127.0.0.1')`;

const poorProgram = join(temporaryFolder(), 'poor.cjs');

/** A target that has pools, but no updates of them. */
const poor: BoardTarget = {
  ...mock.target,
  name: 'poor',
  start: ({ port }) => `exec "${process.execPath}" "${poorProgram}" ${port}`,
};

/** A target that ends as soon as it is started. */
const gone: BoardTarget = { ...mock.target, name: 'gone', start: () => 'cd "/some/where/else" || exit 7' };

/** A target whose installation is torn. */
const torn: BoardTarget = {
  ...mock.target,
  name: 'torn',
  installation: { kind: 'npm', name: 'torn', version: '1.0.0' },
};

describe('a target with which something goes wrong unexpectedly', () => {
  const lines: string[] = [];
  const cache = temporaryFolder();
  const settings: BoardSettings = {
    cache,
    versions: 'pinned',
    offline: true,
    installTimeout: 1,
    variable: () => undefined,
    seed: 42,
    phases: ['examples'],
    cases: 0,
    runTimeout: 600_000,
    parallel: 2,
    work: temporaryFolder(),
    expected: new Map(),
    progress: (line) => lines.push(line),
  };

  before(() => {
    writeFileSync(poorProgram, poorServer);
    const folder = join(cache, 'torn-1.0.0', 'node_modules', 'torn');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{');
  });

  it('has a row with the reason, and the others are tested', async () => {
    const { entries } = await runBoard([broken, torn, mock.target], [], settings);
    expect(entries.map((entry) => [entry.facts.name, entry.kind])).to.deep.equal([
      ['broken', 'not-tested'],
      ['torn', 'not-tested'],
      ['mock', 'tested'],
    ]);
    const [first, second] = entries;
    expect(first).to.include({ reason: 'no such template' });
    expect(second).to.have.property('reason').that.contains('JSON');
    expect(lines).to.include('broken: no such template');
  });

  it('is not tested if it does not have the operation, and the reason names no place of this machine', async () => {
    const { entries } = await runBoard([poor], [], settings);
    expect(entries[0]).to.include({ kind: 'not-tested', reason: 'Target at (address) does not have UpdateUserPool.' });
  });

  it('is told without the paths of this machine if it ends at once', async () => {
    const { entries } = await runBoard([gone], [], settings);
    expect(entries[0]).to.have.property('reason').that.contains('ended with status 7').and.not.contains('some/where');
  });

  it('fails as a control, so that the board is not published', async () => {
    const control = { ...mock, target: broken };
    const { controls: rows } = await runBoard([], [control], settings);
    expect(rows).to.deep.equal([{ name: 'broken', expected: 'no finding', findings: 0, passed: false }]);
  });

  it('does not hold up the others: slow ones run first, those not known before them, controls last', async () => {
    const before = lines.length;
    const [slow, quick] = [
      { ...broken, name: 'slow' },
      { ...broken, name: 'quick' },
    ];
    const expected = new Map([
      ['quick', 1],
      ['slow', 1000],
    ]);
    const control = { ...mock, target: { ...broken, name: 'control' } };
    await runBoard([quick, slow, gone], [control], { ...settings, expected, parallel: 1 });
    const started = lines.slice(before).filter((line) => line.endsWith(': running'));
    expect(started).to.deep.equal(['gone: running', 'slow: running', 'quick: running', 'control: running']);
  });

  it('is told when scripts are checked, and the scripts of the others are', async () => {
    const status = await checkScripts([broken, torn, mock.target], { ...settings, findings: 1 });
    expect(status).to.equal(1);
    expect(lines).to.include('broken: not checked: no such template').and.include('mock: no findings');
  });
});
