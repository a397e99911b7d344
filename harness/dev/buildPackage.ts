import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { minifySync } from 'rolldown/utils';
import { root } from './sourceFiles.ts';

/**
 * Compiles the package into a folder: JavaScript without comments, white space and modules of types alone, and of the declarations
 * those that the entries of the manifest reach, with their docstrings. So the package stays below half a megabyte.
 */
export function buildPackage(out: string): void {
  rmSync(out, { recursive: true, force: true });
  compile(out, ['--declaration', 'false', '--removeComments']);
  removeEmptyModules(out);
  writeShortly(out);
  const declarations = mkdtempSync(join(tmpdir(), 'poolproof-types-'));
  try {
    compile(declarations, ['--emitDeclarationOnly']);
    for (const path of reachable(declarations)) copyDeclaration(join(declarations, path), join(out, path));
  } finally {
    rmSync(declarations, { recursive: true, force: true });
  }
}

// The same names, and what the code does said more shortly.
function writeShortly(folder: string): void {
  for (const file of modulesIn(folder)) {
    const path = join(folder, file);
    const options = {
      module: true,
      compress: { keepNames: { function: true, class: true } },
      mangle: false,
      codegen: { removeWhitespace: true },
    } as const;
    const { code, errors } = minifySync(file, readFileSync(path, 'utf8'), options);
    if (errors.length > 0) throw new Error(`${file}: ${errors.map(({ message }) => message).join(' ')}`);
    writeFileSync(path, code);
  }
}

function modulesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
}

// Nothing imports what has types alone once it is compiled.
function removeEmptyModules(folder: string): void {
  const empty = modulesIn(folder).filter((file) => readFileSync(join(folder, file), 'utf8').trim() === 'export {};');
  for (const file of empty) rmSync(join(folder, file));
}

/** The declaration files that the entries of the manifest reach, relative to a folder that holds all of them. */
export function reachable(declarations: string): readonly string[] {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const entries = Object.values(exports as Readonly<Record<string, string | { types: string }>>);
  const open = entries.flatMap((entry) => (typeof entry === 'string' ? [] : entry.types.replace('./dist/', '')));
  const found = new Set<string>();
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    open.push(...typeImports(declarations, path));
  }
  return [...found].toSorted();
}

function typeImports(folder: string, path: string): readonly string[] {
  const text = readFileSync(join(folder, path), 'utf8');
  const named = [...text.matchAll(/(?:from|import\()\s*['"](\.[^'"]+)\.(?:ts|js)['"]/g)];
  return named.map(([, target = '']) => relative(folder, join(folder, dirname(path), `${target}.d.ts`)));
}

function copyDeclaration(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  const text = readFileSync(from, 'utf8');
  writeFileSync(to, text.replaceAll(/((?:from|import\()\s*['"]\.[^'"]+)\.ts(['"])/g, '$1.js$2'));
}

function compile(out: string, flags: readonly string[]): void {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = ['-p', join(root, 'tsconfig.build.json'), '--outDir', out, ...flags];
  execFileSync(process.execPath, [compiler, ...args], { stdio: 'inherit' });
}

if (import.meta.main) buildPackage(join(root, 'dist'));
