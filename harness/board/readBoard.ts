import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import schema from '../../reports/board/board.schema.json' with { type: 'json' };
import type { Board } from '../../reports/board/index.ts';
import { UserError } from '../userError.ts';

const isBoard = new Ajv2020({ strict: true, allowUnionTypes: true }).compile<Board>(schema);

/** Reads a board.json; null if there is none. */
export function readBoard(path: string): Board | null {
  if (!existsSync(path)) return null;
  const value = parseJsonFile(path);
  if (isBoard(value)) return value;
  const problems = (isBoard.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`);
  throw new UserError('wrong-board', `"${path}" is not a board.\n  ${problems.join('\n  ')}`, hint);
}

const hint = 'Delete it to start with a first board, or restore it from your repository.';

function parseJsonFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UserError('wrong-board', `"${path}" is not JSON: ${String(error)}.`, hint);
  }
}
