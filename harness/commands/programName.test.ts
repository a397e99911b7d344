import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { commandAfter, pasteCommand } from '../dev/pasteCommand.ts';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { programName } from './programName.ts';

const root = join(import.meta.dirname, '..', '..');
const main = join(root, 'harness', 'main.ts');
const quick = 'run --target mock --seed 1 --phases boundary --only PoolName --report terminal --quiet';

describe('how poolproof was started', () => {
  const folder = temporaryFolder();
  const bin = join(folder, 'bin');
  const local = join(folder, 'app', 'node_modules', '.bin');
  for (const place of [bin, local]) {
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'node'), '');
    symlinkSync(main, join(place, 'poolproof'));
  }
  const execPath = join(bin, 'node');

  it('is what a wrapper says', () => {
    const env = { POOLPROOF_COMMAND: 'docker run --rm poolproof' };
    expect(programName({ execPath, script: main, cwd: root, env })).to.equal('docker run --rm poolproof');
  });

  it('is the npm script in a checkout, in its folder alone', () => {
    const env = { npm_package_json: join(root, 'package.json'), PATH: bin };
    expect(programName({ execPath, script: main, cwd: root, env })).to.equal('npm run --silent poolproof --');
    expect(programName({ execPath, script: main, cwd: folder, env })).to.equal(`node ${main}`);
  });

  it('is the script where node was given it, from here if it is below', () => {
    const env = { PATH: bin };
    expect(programName({ execPath, script: main, cwd: root, env })).to.equal('node harness/main.ts');
    expect(programName({ execPath: '/opt/node 24/node', script: main, cwd: root, env })).to.equal(
      "'/opt/node 24/node' harness/main.ts",
    );
    expect(programName({ execPath, script: join(root, 'harness/dev/x.ts'), cwd: root, env })).to.equal(
      'node harness/main.ts',
    );
  });

  it('is the command where it is on the path of a shell, and the file where npm alone finds it', () => {
    const env = { PATH: `${local}:${bin}` };
    expect(programName({ execPath, script: join(bin, 'poolproof'), cwd: folder, env })).to.equal('poolproof');
    expect(programName({ execPath, script: join(local, 'poolproof'), cwd: join(folder, 'app'), env })).to.equal(
      'node_modules/.bin/poolproof',
    );
  });
});

describe('the commands of a report, pasted where they were printed', () => {
  /** Pastes the command that a run prints for running again, and what that run prints, too. */
  async function repeats(printed: string, cwd: string): Promise<void> {
    const command = commandAfter('run again', printed);
    expect(command, printed).to.contain(' run --target mock');
    const again = await pasteCommand(`${command} --quiet --report terminal`, { cwd });
    expect(again.status, again.stdout + again.stderr).to.equal(0);
    expect(again.stdout).to.match(/✓ mock conforms/);
  }

  it('run in a checkout, by npm and by node', async () => {
    const out = temporaryFolder();
    const npm = await pasteCommand(`npm run --silent poolproof -- ${quick} --out ${out}`, { cwd: root });
    expect(commandAfter('run again', npm.stdout)).to.match(/^npm run --silent poolproof -- /);
    await repeats(npm.stdout.replace('--cases', `--out ${out} --cases`), root);
    const cwd = temporaryFolder();
    await repeats((await runCommandLine(quick.split(' '), { cwd })).stdout, cwd);
  });

  it('run where a link to the program is on the path, as after a global installation', async () => {
    const [cwd, bin] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(join(bin, 'poolproof'), `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`, { mode: 0o755 });
    const env = { PATH: `${bin}:${process.env.PATH}`, POOLPROOF_COMMAND: 'poolproof' };
    const first = await pasteCommand(`poolproof ${quick}`, { cwd, env });
    const command = commandAfter('run again', first.stdout);
    expect(command).to.match(/^poolproof run /);
    expect((await pasteCommand(`${command} --quiet --report terminal`, { cwd, env })).status).to.equal(0);
  });

  it('start and reach the target again, with the headers from the shell', async () => {
    const cwd = temporaryFolder();
    const port = 20_000 + (process.pid % 20_000);
    const start = `"${process.execPath}" "${main}" serve --port ${port} --mutant constraint/PoolName/max/looser`;
    const target = ['--target', `http://127.0.0.1:${port}`, '--start', start, '--header', 'X-Api-Key: secret-value'];
    const args = [
      'run',
      ...target,
      '--seed',
      '1',
      '--phases',
      'boundary',
      '--only',
      'PoolName',
      '--report',
      'terminal',
    ];
    const { stdout } = await runCommandLine([...args, '--quiet'], { cwd });
    expect(stdout).not.to.contain('secret-value');
    const env = { X_API_KEY: 'secret-value' };
    const replay = commandAfter('replay', stdout);
    expect(replay).to.contain('--start').and.to.contain(': ${X_API_KEY:?');
    const replayed = await pasteCommand(replay, { cwd, env });
    expect(replayed.stdout, replayed.stderr).to.match(/^The finding .* is reproduced\.$/m);
    const again = await pasteCommand(`${commandAfter('run again', stdout)} --quiet --report terminal`, { cwd, env });
    expect(again.status, again.stderr).to.equal(1);
    const bare = await pasteCommand(replay, { cwd });
    expect(bare.stderr).to.contain('the value of the header');
  });
});
