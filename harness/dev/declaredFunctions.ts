import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './sourceFiles.ts';

/** A function that is declared at the top of a file. */
export interface DeclaredFunction {
  readonly name: string;
  readonly file: string;
  readonly isExported: boolean;
}

/** The functions that a file declares at its top. */
export function declaredFunctions(
  file: string,
  text = readFileSync(join(root, file), 'utf8'),
): readonly DeclaredFunction[] {
  return [...text.matchAll(/^(export )?(?:async )?function\*? (\w+)/gm)].map(([, exported, name = '']) => ({
    name,
    file,
    isExported: exported !== undefined,
  }));
}
