import { spawnSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { installTarball } from './installedPackage.ts';
import { root } from './sourceFiles.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const jest = process.env.POOLPROOF_JEST;

describe('describeContract under Jest (POOLPROOF_JEST names the folder of its package)', () => {
  it('has a test for each clause, and skips what is undecided', function () {
    if (jest === undefined) return this.skip();
    const folder = temporaryFolder();
    cpSync(join(root, 'examples', 'emulator-contract'), folder, { recursive: true });
    installTarball(folder);
    symlinkSync(jest, join(folder, 'node_modules', 'jest'));
    const env = { ...process.env, NO_COLOR: '1', NODE_TEST_CONTEXT: undefined };
    const { status, stderr } = spawnSync('npm', ['run', '--silent', 'test:jest'], {
      cwd: folder,
      encoding: 'utf8',
      env,
    });
    expect(status, stderr).to.equal(0);
    expect(stderr)
      .to.match(/✓ pool-name\.max/)
      .and.match(/skipped pool-name\.null \(undecided/);
  });
});
