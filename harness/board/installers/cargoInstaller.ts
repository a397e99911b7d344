import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../runProgram.ts';
import type { Installer } from './installer.ts';

/** Crates of crates.io, built in release mode with the versions of their lock files. */
export const cargoInstaller: Installer = {
  client: 'cargo',
  install: ({ name, version }, folder, timeout) =>
    runProgram('cargo', ['install', '--quiet', '--locked', '--root', folder, `${name}@${version}`], { timeout }),
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
