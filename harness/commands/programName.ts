import { existsSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, extname, isAbsolute, join, relative } from 'node:path';
import { shellQuote } from '../../specs/shellQuote.ts';

/** The process as it was started. */
export interface Invocation {
  /** The program that runs scripts, and the script that it was given. */
  readonly execPath: string;
  readonly script: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * How poolproof was started, in words that a shell understands in the same folder: what the commands that it prints begin with.
 * POOLPROOF_COMMAND says so where a wrapper or a container starts it.
 */
export function programName({ execPath, script, cwd, env }: Invocation): string {
  const { POOLPROOF_COMMAND: said, PATH: path = '' } = env;
  if (said !== undefined && said.trim() !== '') return said.trim();
  if (isNpmScriptOfCheckout(script, cwd, env)) return 'npm run --silent poolproof --';
  if (basename(script) === 'poolproof') return isOnPath(script, path) ? 'poolproof' : shortestName(script, cwd);
  const node = isSamePath(onPath('node', path), execPath) ? 'node' : execPath;
  // What another script starts in its own process is started by itself here.
  const main = /^main\.([jt]s|cjs)$/.test(basename(script)) ? script : ownScript;
  return `${shellQuote(node)} ${shortestName(main, cwd)}`;
}

const ownScript = join(import.meta.dirname, '..', `main${extname(import.meta.filename)}`);

/** How this process was started. */
export function currentProgram(): string {
  const { execPath, argv, env } = process;
  return programName({ execPath, script: argv[1] ?? '', cwd: currentFolder(), env });
}

// A folder that was deleted has no name any more; errors are printed all the same.
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return '';
  }
}

// npm starts a script in the folder of its package, and finds it from the folders below too.
function isNpmScriptOfCheckout(
  script: string,
  cwd: string,
  { npm_package_json: manifest = '' }: Invocation['env'],
): boolean {
  return (
    /\.(ts|cjs)$/.test(script) &&
    manifest !== '' &&
    dirname(manifest) === cwd &&
    !relative(cwd, script).startsWith('..')
  );
}

// npm puts folders of its own on the path, which the shell that a command is pasted into does not have.
function isOnPath(script: string, path: string): boolean {
  return !dirname(script).endsWith(join('node_modules', '.bin')) && isSamePath(onPath('poolproof', path), script);
}

function onPath(name: string, path: string): string | undefined {
  const folders = path.split(delimiter).filter((folder) => !folder.endsWith(join('node_modules', '.bin')));
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

function isSamePath(left: string | undefined, right: string): boolean {
  return left !== undefined && existsSync(right) && realpathSync(left) === realpathSync(right);
}

function shortestName(script: string, cwd: string): string {
  if (cwd === '') return shellQuote(script);
  const near = relative(cwd, script);
  const isBelow = !near.startsWith('..') && !isAbsolute(near);
  return shellQuote(isBelow && near.includes('/') ? near : script);
}
