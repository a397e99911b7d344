import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { FinishedCommand } from './finishedCommand.ts';
import { pasteCommand } from './pasteCommand.ts';
import { printedCommands } from './printedCommands.ts';
import { root } from './sourceFiles.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const image = 'poolproof-test';

/** The container engine that runs here and can have the image that the Containerfile builds on; undefined where there is none. */
function engine(): string | undefined {
  const [, base = ''] = /^FROM (\S+)/m.exec(readFileSync(join(root, 'Containerfile'), 'utf8')) ?? [];
  return ['docker', 'podman'].find((name) =>
    [['info'], ['run', '--rm', base, 'node', '--version']].every((args) => spawnSync(name, args).status === 0),
  );
}

/** The commands of a page of the documentation that start the engine, in words for the engine and the image of this test. */
function documented(page: string, name: string): readonly string[] {
  const lines = readFileSync(join(root, 'docs', page), 'utf8').split('\n');
  return lines
    .filter((line) => line.startsWith('docker '))
    .map((line) => line.replace('docker', name).replace(/ poolproof(?= |$)/, ` ${image}`));
}

describe('the image', () => {
  const found = engine();
  const docker = found ?? 'docker';
  const [build = '', run = ''] = documented('ci.md', docker);
  const prefix = run.slice(0, run.indexOf(' run --target'));

  before(async function () {
    if (found === undefined) return this.skip();
    // Podman makes images of another format by itself, which has no health check, and its cache forgets arguments of the build.
    const ofPodman = docker === 'podman' ? '--format docker --layers=false ' : '';
    const options = `${ofPodman}--build-arg COMMAND='${prefix}'`;
    await succeeds(
      build.replace(' build ', () => ` build ${options} `),
      root,
    );
  });

  after(() => {
    if (found !== undefined) spawnSync(docker, ['image', 'rm', '--force', image]);
  });

  /** Pastes a command into a folder, and requires that it ends well. */
  async function succeeds(command: string, cwd: string): Promise<FinishedCommand> {
    const finished = await pasteCommand(command, { cwd });
    expect(finished.status, `${command}\n${finished.stdout}${finished.stderr}`).to.equal(0);
    return finished;
  }

  it('serves a healthy mock, runs on it, and prints commands that work as pasted in the same folder', async () => {
    const cwd = temporaryFolder();
    const [serve = ''] = documented('mock.md', docker);
    const free = serve.replace('127.0.0.1:9229:', '127.0.0.1::').replace('--rm', '--rm --detach');
    const id = (await succeeds(free, cwd)).stdout.trim();
    try {
      const target = `http://${(await succeeds(`${docker} port ${id} 9229/tcp`, cwd)).stdout.trim()}`;
      const check = `${docker} inspect --format '{{json .Config.Healthcheck.Test}}' ${id}`;
      const [, ...probe]: readonly string[] = JSON.parse((await succeeds(check, cwd)).stdout);
      const words = probe.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
      await succeeds(`until ${docker} exec ${id} ${words}; do :; done`, cwd);
      const options = '--seed 1 --phases boundary --only PoolName --report terminal,html,markdown';
      const first = await succeeds(`${run.replace(/--target \S+/, `--target ${target}`)} ${options}`, cwd);
      const page = readFileSync(join(cwd, 'poolproof-report', 'report.md'), 'utf8');
      const again = printedCommands('terminal', first.stdout, prefix);
      expect(again, first.stdout).to.have.length(1);
      expect((await succeeds(again[0] ?? '', cwd)).stdout).to.contain('conforms');
      expect(printedCommands('report.md', page, prefix)).to.include(again[0]);
      await succeeds(`${prefix} report poolproof-report/record.jsonl --report markdown`, cwd);
    } finally {
      spawnSync(docker, ['stop', id]);
    }
  });

  it('prints commands that replay a finding', async () => {
    const cwd = temporaryFolder();
    const id = (
      await succeeds(
        `${docker} run --rm --detach --network host ${image} serve --port 0 --mutant constraint/PoolName/max/dropped`,
        cwd,
      )
    ).stdout.trim();
    try {
      await succeeds(`until ${docker} logs ${id} | grep -q Listening; do :; done`, cwd);
      const [target = ''] = /http:\S+/.exec((await succeeds(`${docker} logs ${id}`, cwd)).stdout) ?? [];
      const command = `${run.replace(/--target \S+/, `--target ${target}`)} --seed 1 --phases boundary --only PoolName`;
      const { status, stdout } = await pasteCommand(command, { cwd });
      expect(status, stdout).to.equal(1);
      const replays = printedCommands('terminal', stdout, prefix).filter((each) => each.includes(' replay '));
      expect(replays, stdout).not.to.deep.equal([]);
      for (const replay of replays) {
        const shown = await pasteCommand(replay, { cwd });
        expect(shown.stdout + shown.stderr).to.match(/^The finding .* is reproduced\.$/m);
      }
    } finally {
      spawnSync(docker, ['stop', id]);
    }
  });
});
