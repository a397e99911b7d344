import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** The folder that holds package.json. */
export const root = join(import.meta.dirname, '..', '..');

/** The TypeScript files of the project as paths below its root, tests included. */
export function sourceFiles(): readonly string[] {
  return ['specs', 'generators', 'harness', 'reports'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(room, name)),
  );
}

/** The registry packages that a file needs at run time, by the names that package.json gives them; type imports need none. */
export function packagesOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const values = text.replaceAll(/^import type [^;]*;/gm, '');
  return [...values.matchAll(/(?:from|import\()\s*'(@[^/']+\/[^/']+|(?![.]|node:)[^/']+)/g)].map(
    ([, name]) => name ?? '',
  );
}

/** The project's own files that a file imports, type imports and `import()` included, as paths below the root. */
export function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+\.ts)'/g)].map(([, path]) =>
    normalize(join(dirname(file), path ?? '')),
  );
}
