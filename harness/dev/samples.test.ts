import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { fileSize, installTarball, packedTarball } from './installedPackage.ts';
import { root } from './sourceFiles.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** The sample projects, with a line that their tests print. */
const samples: Readonly<Record<string, RegExp>> = {
  'emulator-contract': /✔ pool-name\.max/,
  'app-msw-vitest': /3 passed/,
  property: /pass 2/,
};

describe('the sample projects', () => {
  for (const [name, line] of Object.entries(samples)) {
    it(`${name} passes with the packed package installed`, () => {
      const folder = temporaryFolder();
      cpSync(join(root, 'examples', name), folder, { recursive: true });
      installTarball(folder);
      const env = { ...process.env, NODE_TEST_CONTEXT: undefined, NO_COLOR: '1' };
      const { status, stdout, stderr } = spawnSync('npm', ['test', '--silent'], { cwd: folder, encoding: 'utf8', env });
      expect(status, stdout + stderr).to.equal(0);
      expect(stdout).to.match(line);
    });
  }

  it('come from a package of half a megabyte at most', () => {
    expect(fileSize(packedTarball())).to.be.below(500_000);
  });
});
