import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import type { Board } from '../../reports/board/index.ts';
import { type FinishedCommand, finishedCommand } from '../dev/finishedCommand.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { cognitoLocal } from './targets/cognitoLocal.ts';

const root = join(import.meta.dirname, '..', '..');

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly run?: string;
}

/** The workflow of the project, with the commands that a runner would give to bash. */
const steps: readonly Step[] = parse(readFileSync(join(root, '.github/workflows/board.yml'), 'utf8')).jobs.board.steps;

function stepNamed(name: string): string {
  const script = steps.find((step) => step.name === name)?.run;
  if (script === undefined) throw new Error(`The workflow has no step "${name}".`);
  return script;
}

describe('the nightly board, with cognito-local and the controls', () => {
  const cache = temporaryFolder();
  const bin = temporaryFolder();
  const out = temporaryFolder();
  // The targets are run once: the later boards are made from the same records.
  const records = temporaryFolder();
  const temporary = temporaryFolder();

  before(() => {
    // cognito-local is a development dependency, so that nothing has to be installed.
    const folder = join(cache, 'poolproof', 'board', 'cognito-local-5.3.0');
    mkdirSync(folder, { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(bin, 'gh'), `#!/bin/sh\nprintf '%s\\n' "$@" > "${bin}/gh.txt"\n`);
    chmodSync(join(bin, 'gh'), 0o755);
  });

  function shell(script: string): Promise<FinishedCommand> {
    const path = [bin, dirname(process.execPath), process.env.PATH].join(delimiter);
    const options = `--offline --only cognito-local --phases examples --cases 0 --records ${records}`;
    const env = { ...process.env, PATH: path, XDG_CACHE_HOME: cache, TMPDIR: temporary, BOARD_OPTIONS: options };
    const text = script.replaceAll('reports/board', out);
    return finishedCommand(spawn('bash', ['-e', '-o', 'pipefail', '-c', text], { cwd: root, env }));
  }

  const read = (name: string) => readFileSync(join(out, name), 'utf8');

  afterEach('nothing is left in the temporary folder', () => {
    expect(readdirSync(temporary)).to.deep.equal([]);
  });

  it('publishes page, data, table, badge, and records with their checksums', async () => {
    const { status, stderr } = await shell(stepNamed('Run the board'));
    expect(status, stderr).to.equal(0);
    const board: Board = JSON.parse(read('board.json'));
    expect(board.controls.map(({ name, passed }) => [name, passed])).to.deep.equal([
      ['mock', true],
      ['mutant-1', true],
      ['mutant-2', true],
      ['mutant-3', true],
    ]);
    expect(board.targets.map(({ name, version, status: how }) => [name, version, how])).to.deep.equal([
      ['cognito-local', '5.3.0', 'tested'],
    ]);
    expect(read('index.html')).to.contain('cognito-local');
    expect(read('board.md')).to.match(/^\| cognito\\-local 5\.3\.0 \|/m);
    expect(JSON.parse(read('badges/cognito-local.json')).label).to.contain('cognito-local 5.3.0');
    const record = readFileSync(join(out, 'records', 'cognito-local.jsonl.gz'));
    const digest = createHash('sha256').update(record).digest('hex');
    expect(read('records.sha256')).to.equal(`${digest}  records/cognito-local.jsonl.gz\n`);
    expect(existsSync(join(out, 'issue.md'))).to.equal(false);
  });

  it('opens an issue when a target moved since the last board, and only then', async () => {
    const board = JSON.parse(read('board.json'));
    const [row] = board.targets;
    const fewer = { ...board, targets: [{ ...row, findings: row.findings.slice(1) }] };
    writeFileSync(join(out, 'board.json'), JSON.stringify(fewer));
    const moved = await shell(stepNamed('Run the board'));
    expect(moved.status, moved.stderr).to.equal(1);
    const issue = await shell(stepNamed('Open an issue if a control failed or a target moved'));
    expect(issue.status, issue.stderr).to.equal(0);
    expect(readFileSync(join(bin, 'gh.txt'), 'utf8')).to.contain(`--body-file\n${join(out, 'issue.md')}`);
    expect(read('issue.md')).to.match(/cognito\\-local 5\.3\.0: worse: 1 new\n {2}- new: /);
  });

  it('refuses a torn board.json and unknown names with status 2', async () => {
    writeFileSync(join(out, 'board.json'), '{');
    const torn = await shell(stepNamed('Run the board'));
    expect(torn.status).to.equal(2);
    expect(torn.stderr).to.contain('error[wrong-board]');
    const unknown = await shell('node harness/dev/board.ts --only moto,nope');
    expect(unknown.status).to.equal(2);
    expect(unknown.stderr).to.match(/error\[unknown-target\].*"nope"/);
  });

  it('shows findings drawn from its records by their own scripts, the controls too', async () => {
    const { status, stderr } = await shell('node harness/dev/board.ts $BOARD_OPTIONS --check-scripts 2');
    expect(status, stderr).to.equal(0);
    expect(stderr).to.contain('cognito-local: 2 of 2 scripts show their finding\nmock: no findings\n');
    expect(stderr.match(/^mutant-\d: [12] of [12] scripts show their finding$/gm)).to.have.length(3);
  });

  it('refuses a folder of records that another board is writing to', async () => {
    const taken = temporaryFolder();
    writeFileSync(join(taken, '.poolproof-board'), `${process.pid}\n`);
    const { status, stderr } = await shell(`node harness/dev/board.ts $BOARD_OPTIONS --records "${taken}"`);
    expect(status).to.equal(2);
    expect(stderr).to.contain('error[folder-in-use]').and.contain(String(process.pid));
  });

  it('lists its targets without running them', async () => {
    const { status, stdout } = await shell('node harness/dev/board.ts --list');
    expect(status).to.equal(0);
    expect(stdout).to.match(/^cognito-local +5\.3\.0 +npm +installed +MIT$/m);
    expect(cognitoLocal.installation).to.include({ version: '5.3.0' });
  });
});
