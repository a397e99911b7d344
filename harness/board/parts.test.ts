import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import type { BoardEntry } from '../../reports/board/index.ts';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import { UserError } from '../userError.ts';
import { boardTargets } from './boardTargets.ts';
import { controlRow, controls } from './controls.ts';
import { MemoryWatch } from './memoryWatch.ts';
import { type PrepareSettings, prepareTarget } from './prepareTarget.ts';
import { runProgram } from './runProgram.ts';
import { runSideBySide } from './runSideBySide.ts';
import { selectTargets } from './selectTargets.ts';

const settings: PrepareSettings = {
  cache: '/nowhere',
  versions: 'pinned',
  offline: true,
  installTimeout: 1,
  variable: () => undefined,
};

describe('the targets of the board', () => {
  it('have names of their own, and a start unless they run elsewhere', () => {
    const names = boardTargets.map(({ name }) => name);
    expect(new Set(names).size).to.equal(names.length);
    for (const { start, installation } of boardTargets) {
      expect(start === undefined).to.equal(installation.kind === 'address');
    }
  });

  it('are started on the given port of the loopback interface', () => {
    for (const { name, start } of boardTargets) {
      if (start === undefined || name === 'prism') continue;
      expect(start({ folder: '/f', port: 4321, data: '/d' }), name).to.contain('4321');
    }
  });

  it('are started by hand with the settings that they have here', () => {
    for (const { name, start, byHand } of boardTargets) {
      const command = name === 'prism' ? undefined : start?.({ folder: '/f', port: 4321, data: '/d' });
      // Where it listens and stores is its own matter there.
      const settings = command?.match(/\b[A-Z_]+=[^\s"]+/g)?.filter((one) => !/4321|127\.0\.0\.1|NO_COLOR/.test(one));
      for (const setting of settings ?? []) expect(byHand, name).to.contain(setting);
    }
  });

  it('are not there, with the reason, if they are not installed or have no address', async () => {
    for (const target of boardTargets) {
      const prepared = await prepareTarget(target, settings);
      expect(prepared.kind, target.name).to.equal('unavailable');
    }
  });

  it('are reached at the address that an environment variable gives', async () => {
    const [floci] = selectTargets(boardTargets, 'floci');
    if (floci === undefined) throw new Error('There is no floci.');
    const prepared = await prepareTarget(floci, { ...settings, variable: () => 'http://127.0.0.1:1' });
    expect(prepared).to.include({ kind: 'ready', address: 'http://127.0.0.1:1' });
  });

  it('are selected by name, and unknown names are all refused at once', () => {
    expect(selectTargets(boardTargets, 'moto, prism').map(({ name }) => name)).to.deep.equal(['moto', 'prism']);
    expect(() => selectTargets(boardTargets, 'a,moto,b')).to.throw(UserError, /"a", "b"/);
  });
});

describe('a control', () => {
  const facts = {
    name: 'mock',
    version: null,
    newest: null,
    licence: '',
    homepage: '',
    byHand: '',
    address: '',
    builtOn: null,
    note: null,
  };
  const file = { file: '', sha256: '', bytes: 0 };
  const entry = (record: typeof fixtureRecord): BoardEntry => ({ facts, kind: 'tested', record, file });
  const [mock, mutant] = controls;

  it('fails if the faultless mock has a finding, a mutant has none, or there is no record', () => {
    if (mock === undefined || mutant === undefined) throw new Error('There are no controls.');
    const clean = { ...fixtureRecord, findings: [] };
    expect(controlRow(mock, entry(clean)).passed).to.equal(true);
    expect(controlRow(mock, entry(fixtureRecord)).passed).to.equal(false);
    expect(controlRow(mutant, entry(clean)).passed).to.equal(false);
    expect(controlRow(mock, undefined).passed).to.equal(false);
    const cut = { ...clean, footer: { ...clean.footer, interrupted: 'lost' } };
    expect(controlRow(mock, entry(cut)).passed).to.equal(false);
  });
});

describe('runs side by side', () => {
  it('are never more than allowed, and their results keep the order', async () => {
    let [running, most] = [0, 0];
    const job = (value: number) => async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return value;
    };
    expect(await runSideBySide([1, 2, 3, 4, 5].map(job), 2)).to.deep.equal([1, 2, 3, 4, 5]);
    expect(most).to.equal(2);
  });
});

describe('a program', () => {
  it('gives status and output, also if it cannot be started or does not end', async () => {
    expect(await runProgram('sh', ['-c', 'echo out; echo err >&2; exit 3'])).to.deep.equal({
      status: 3,
      stdout: 'out\n',
      stderr: 'err\n',
    });
    expect((await runProgram('/nowhere/program', [])).status).to.equal(null);
    const late = await runProgram('sleep', ['60'], { timeout: 1 });
    expect(late.stderr).to.contain('did not finish');
  });
});

describe('the memory of a board', () => {
  it('is that of this program and of those that run, where the system tells it', async function () {
    if (process.platform !== 'linux') this.skip();
    const alone = new MemoryWatch().end() ?? 0;
    const watch = new MemoryWatch();
    // It says that it has taken its memory, then waits to be ended.
    const script =
      'const taken = Buffer.alloc(300 * 2 ** 20, 1); process.stdout.write(String(taken.length)); setInterval(() => {}, 1000)';
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(child.stdout, 'data');
    const done = watch.include(child.pid ?? 0);
    done();
    child.kill('SIGKILL');
    expect(watch.end()).to.be.above(alone + 250 * 2 ** 20);
  });

  it('is told of the process of each run', async () => {
    const seen: string[] = [];
    const watch = (pid: number) => {
      seen.push(pid > 0 ? 'started' : 'no process');
      return () => seen.push('ended');
    };
    await runProgram('true', [], { watch });
    expect(seen).to.deep.equal(['started', 'ended']);
  });
});
