import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../sourceFiles.ts';
import type { Document } from './documents.ts';

const pathForm = /^(specs|generators|harness|reports|docs|decisions|examples|findings|\.github|\.ci)\/[\w./*{},-]*$/;

/** The files and folders of the repository that a page names in `code`, and that are not there. */
export function missingPaths({ path, text }: Document): readonly string[] {
  const named = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  const drawn = [...text.matchAll(/^```text\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) => block.split(/\s+/));
  return [...named, ...drawn]
    .filter((code) => pathForm.test(code) && !exists(code))
    .map((code) => `${path}: there is no ${code}`);
}

function exists(path: string): boolean {
  return /[*{]/.test(path) ? globSync(path, { cwd: root }).length > 0 : existsSync(join(root, path));
}
