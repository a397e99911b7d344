import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../runProgram.ts';
import type { Installer } from './installer.ts';

// What a program answers does not depend on how well it is optimized; several of them take hours to build at their best.
const quickBuild = ['LTO=off', 'CODEGEN_UNITS=16', 'OPT_LEVEL=1', 'DEBUG=0'].map(
  (setting) => `CARGO_PROFILE_RELEASE_${setting}`,
);

/** Crates of crates.io, built in release mode, though little optimized, with the versions of their lock files. */
export const cargoInstaller: Installer = {
  client: 'cargo',
  install: async ({ name, version }, folder, timeout) => {
    // What was compiled before the time was over is there for the next attempt.
    const built = join(folder, 'target');
    const flags = ['--quiet', '--locked', '--root', folder, '--target-dir', built];
    const command = ['cargo', 'install', ...flags, `${name}@${version}`];
    const result = await runProgram('env', [...quickBuild, ...command], { timeout });
    if (result.status === 0) rmSync(built, { recursive: true, force: true });
    return result;
  },
  installedVersion: async ({ name }, folder) => {
    const file = join(folder, '.crates.toml');
    if (!existsSync(file)) return undefined;
    const entries = readFileSync(file, 'utf8').matchAll(/^"(\S+) (\S+) \(/gm);
    return [...entries].find(([, crate]) => crate === name)?.[2];
  },
  newestVersion: async ({ name }) => {
    // Outside a project cargo names the newest version that the compiler here can build.
    const { status, stdout } = await runProgram('cargo', ['info', '--quiet', name], { timeout: 60_000, cwd: '/' });
    return status === 0 ? /^version: (\S+)/m.exec(stdout)?.[1] : undefined;
  },
};
