import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../runProgram.ts';
import type { Installer } from './installer.ts';

/** Packages of PyPI, each in a virtual environment of its own. */
export const pypiInstaller: Installer = {
  client: 'python3',
  install: async ({ name, version }, folder, timeout) => {
    const made = await runProgram('python3', ['-m', 'venv', folder]);
    if (made.status !== 0) return made;
    return runProgram(join(folder, 'bin/pip'), ['install', ...quiet, `${name}==${version}`], { timeout });
  },
  installedVersion: async ({ name }, folder) => {
    const python = join(folder, 'bin/python');
    if (!existsSync(python)) return undefined;
    const { status, stdout } = await runProgram(python, ['-c', readVersion, distribution(name)]);
    return status === 0 ? stdout.trim() : undefined;
  },
  newestVersion: async ({ name }) => {
    const { stdout } = await runProgram('python3', ['-m', 'pip', 'index', 'versions', distribution(name)], {
      timeout: 60_000,
    });
    return /^\S+ \((\S+)\)/m.exec(stdout)?.[1];
  },
};

const quiet = ['--quiet', '--disable-pip-version-check', '--no-input'];
const readVersion = 'import sys, importlib.metadata as m; print(m.version(sys.argv[1]))';

/** The name without its extras: `moto` of `moto[server]`. */
function distribution(name: string): string {
  return name.replace(/\[.*$/, '');
}
