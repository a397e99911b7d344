import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../sourceFiles.ts';

/** A page for people, by its path below the root. */
export interface Document {
  readonly path: string;
  readonly text: string;
}

/** Every page of the repository that people read: the README and its neighbours, docs, decisions and the GitHub templates. */
export function documents(): readonly Document[] {
  const paths = globSync(['*.md', 'docs/**/*.md', 'decisions/*.md', '.github/**/*.md', 'examples/**/*.md'], {
    cwd: root,
  });
  return paths.toSorted().map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
