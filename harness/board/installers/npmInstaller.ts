import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../runProgram.ts';
import type { Installer } from './installer.ts';

/** Packages of npm, installed without the scripts of any package. */
export const npmInstaller: Installer = {
  client: 'npm',
  install: ({ name, version }, folder, timeout) =>
    runProgram('npm', ['install', '--prefix', folder, ...quiet, '--ignore-scripts', `${name}@${version}`], { timeout }),
  installedVersion: async ({ name }, folder) => {
    const file = join(folder, 'node_modules', name, 'package.json');
    if (!existsSync(file)) return undefined;
    const { version }: { readonly version?: string } = JSON.parse(readFileSync(file, 'utf8'));
    return version;
  },
  newestVersion: async ({ name }) => {
    const { status, stdout } = await runProgram('npm', ['view', name, 'version'], { timeout: 60_000 });
    return status === 0 ? stdout.trim() || undefined : undefined;
  },
};

const quiet = ['--no-audit', '--no-fund', '--no-save', '--loglevel', 'error'];
