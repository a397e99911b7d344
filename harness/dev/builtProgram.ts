import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, sourceFiles } from './sourceFiles.ts';

const cache = join(root, 'node_modules', '.cache', 'poolproof');

let built: string | undefined;

/**
 * The command line as a script for the processes that tests start. It is the sources as they are now, bundled, so that a
 * process reads a few files instead of seven hundred: the hundreds of processes of a suite did little else.
 */
export function builtProgram(): string {
  built ??= join(bundleOf(stateOfSources()), 'harness', 'main.js');
  return built;
}

/** Differs when a source or an installed package does. */
function stateOfSources(): string {
  const files = [...sourceFiles(), 'package.json', join('node_modules', '.package-lock.json')].map((file) => {
    const { mtimeMs, size } = statSync(join(root, file));
    return `${file} ${mtimeMs} ${size}\n`;
  });
  return createHash('sha256').update(files.toSorted().join('')).digest('hex').slice(0, 16);
}

function bundleOf(state: string): string {
  const folder = join(cache, state);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const earlier = readdirSync(cache);
  const draft = mkdtempSync(join(cache, 'draft-'));
  execFileSync(process.execPath, [join(import.meta.dirname, 'bundleProgram.ts'), draft]);
  writeFileSync(join(draft, 'package.json'), '{ "type": "module" }');
  publish(draft, folder);
  for (const name of earlier.filter(isOld)) rmSync(join(cache, name), { recursive: true, force: true });
  return folder;
}

/** Two processes may have made the same at once: either will do. */
function publish(draft: string, folder: string): void {
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(draft, { recursive: true });
  }
}

/** Bundles of other states are kept for a day: tests that have begun may still start processes from them. */
function isOld(name: string): boolean {
  const { mtimeMs } = statSync(join(cache, name), { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
  return Date.now() - mtimeMs > 24 * 60 * 60 * 1000;
}
