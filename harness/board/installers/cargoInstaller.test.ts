import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect } from 'chai';
import { temporaryFolder } from '../../dev/temporaryFolder.ts';
import { cargoInstaller } from './cargoInstaller.ts';

describe('a crate', () => {
  const bin = temporaryFolder();
  const path = process.env.PATH;

  before(() => {
    writeFileSync(
      join(bin, 'cargo'),
      `#!/bin/sh\nprintf '%s\\n' "$@" > "${bin}/arguments"\nenv > "${bin}/environment"\n`,
    );
    chmodSync(join(bin, 'cargo'), 0o755);
    process.env.PATH = [bin, path].join(delimiter);
  });

  after(() => {
    process.env.PATH = path;
  });

  it('is built in release mode by its lock file, and without the optimization that takes hours', async () => {
    const folder = temporaryFolder();
    const { status, stderr } = await cargoInstaller.install({ name: 'some', version: '1.2.3' }, folder, 60_000);
    expect(status, stderr).to.equal(0);
    const words = readFileSync(join(bin, 'arguments'), 'utf8').trim().split('\n');
    expect(words[0]).to.equal('install');
    expect(words).to.include.members(['--locked', '--root', folder, 'some@1.2.3']).and.not.include('--debug');
    const environment = readFileSync(join(bin, 'environment'), 'utf8');
    expect(environment)
      .to.contain('CARGO_PROFILE_RELEASE_LTO=off\n')
      .and.contain('CARGO_PROFILE_RELEASE_OPT_LEVEL=1\n');
  });
});
