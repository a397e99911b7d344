import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Package } from '../boardTarget.ts';
import { runProgram } from '../runProgram.ts';
import type { Installer } from './installer.ts';

/** Commands of Go modules. The name is the package's path. */
export const goInstaller: Installer = {
  client: 'go',
  install: ({ name, version }, folder, timeout) =>
    runProgram('env', [`GOBIN=${join(folder, 'bin')}`, 'go', 'install', `${name}@${version}`], { cwd: '/', timeout }),
  installedVersion: async ({ name }, folder) => {
    const program = join(folder, 'bin', basename(name));
    if (!existsSync(program)) return undefined;
    const { status, stdout } = await runProgram('go', ['version', '-m', program]);
    return status === 0 ? /^\s+mod\s+\S+\s+(\S+)/m.exec(stdout)?.[1] : undefined;
  },
  newestVersion: async (wanted) => {
    const query = ['list', '-m', '-f', '{{.Version}}', `${moduleOf(wanted)}@latest`];
    const { status, stdout } = await runProgram('go', query, { timeout: 60_000, cwd: '/' });
    return status === 0 ? stdout.trim() || undefined : undefined;
  },
};

/** The module of a command by the custom that a command is in the module's folder `cmd`. */
function moduleOf({ name }: Package): string {
  return name.replace(/\/cmd\/[^/]+$/, '');
}
