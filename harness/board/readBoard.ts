import { existsSync } from 'node:fs';
import schema from '../../reports/board/board.schema.json' with { type: 'json' };
import type { Board } from '../../reports/board/index.ts';
import { asSentence } from '../../specs/asSentence.ts';
import { inputJson } from '../inputFile.ts';
import { schemaProblems } from '../schemaProblems.ts';
import { UserError } from '../userError.ts';

/** Reads a board.json; null if there is none. */
export function readBoard(path: string): Board | null {
  if (!existsSync(path)) return null;
  const file = inputJson(path);
  const [problem] = 'problem' in file ? [`it ${file.problem}`] : schemaProblems(schema, file.value, 'first');
  if ('value' in file && problem === undefined) return file.value as unknown as Board;
  throw new UserError(
    'wrong-board',
    asSentence(`"${path}" is not a board: ${problem}`),
    'Delete it to start with a first board, or restore it from your repository.',
  );
}
