import { spawnSync } from 'node:child_process';
import { expect } from 'chai';
import { root } from './sourceFiles.ts';

/** A container engine that runs on this machine; undefined where there is none. */
function engine(): string | undefined {
  return ['docker', 'podman'].find((name) => spawnSync(name, ['info']).status === 0);
}

describe('the image', function () {
  this.timeout(600_000);

  it('is built, and its mock is healthy', function () {
    const docker = engine();
    if (docker === undefined) return this.skip();
    const built = spawnSync(docker, ['build', '-f', 'Containerfile', '-t', 'poolproof-test', '.'], { cwd: root });
    expect(built.status, String(built.stderr)).to.equal(0);
    const shown = spawnSync(docker, ['run', '--rm', 'poolproof-test', 'mutants', '--list', '--only', 'wire']);
    expect(shown.status, String(shown.stderr)).to.equal(0);
  });
});
