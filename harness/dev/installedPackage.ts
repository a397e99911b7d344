import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildPackage } from './buildPackage.ts';
import { root } from './sourceFiles.ts';
import { temporaryFolder } from './temporaryFolder.ts';

let tarball: string | undefined;

/** The package as `npm publish` would upload it; packed once for all tests of a process. */
export function packedTarball(): string {
  tarball ??= pack();
  return tarball;
}

function pack(): string {
  const folder = temporaryFolder();
  const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const rest = ['package.json', 'README.md', 'LICENSE', ...files.filter((file: string) => file !== 'dist')];
  for (const file of rest) cpSync(join(root, file), join(folder, file), { recursive: true });
  buildPackage(join(folder, 'dist'));
  const name = execFileSync('npm', ['pack', '--ignore-scripts', '--silent'], { cwd: folder, encoding: 'utf8' }).trim();
  return join(folder, name);
}

/** Bytes of a file. */
export function fileSize(path: string): number {
  return statSync(path).size;
}

/**
 * Installs the packed package into a folder as a package manager would lay it out, without a registry: its dependencies, and the
 * other packages that a project has, are links to those of this checkout. `replaced` names packages that stand in for others:
 * `{ msw: 'msw-2' }`.
 */
export function installTarball(folder: string, replaced: Readonly<Record<string, string>> = {}): void {
  const modules = join(folder, 'node_modules');
  layOut(modules, replaced);
  mkdirSync(join(modules, '.bin'));
  symlinkSync(join('..', program), join(modules, '.bin', 'poolproof'));
}

/** Installs the packed package as `npm install --global --prefix` does, its dependencies as above; gives the folder of the command. */
export function installGlobally(prefix: string): string {
  const bin = join(prefix, 'bin');
  layOut(join(prefix, 'lib', 'node_modules'), {});
  mkdirSync(bin);
  symlinkSync(join('..', 'lib', 'node_modules', program), join(bin, 'poolproof'));
  return bin;
}

const program = '@poolproof/cli/dist/harness/main.cjs';

function layOut(modules: string, replaced: Readonly<Record<string, string>>): void {
  rmSync(modules, { recursive: true, force: true });
  for (const name of installedNames()) link(replaced[name] ?? name, join(modules, name));
  const own = join(modules, '@poolproof', 'cli');
  mkdirSync(own, { recursive: true });
  execFileSync('tar', ['-xzf', packedTarball(), '-C', own, '--strip-components', '1']);
  chmodSync(join(modules, program), 0o755);
}

function installedNames(): readonly string[] {
  const modules = join(root, 'node_modules');
  return readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((part) => `${name}/${part}`) : name,
    );
}

function link(name: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), path);
}
