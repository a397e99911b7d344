import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../runProgram.ts';
import type { Installer } from './installer.ts';

/** Crates of crates.io, built in release mode with the versions of their lock files. */
export const cargoInstaller: Installer = {
  client: 'cargo',
  install: async ({ name, version }, folder, timeout) => {
    // What was compiled before the time was over is there for the next attempt.
    const built = join(folder, 'target');
    const flags = ['--quiet', '--locked', '--root', folder, '--target-dir', built];
    const result = await runProgram('cargo', ['install', ...flags, `${name}@${version}`], { timeout });
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
