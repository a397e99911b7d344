import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Board,
  type BoardEntry,
  boardBadge,
  boardHtml,
  boardMarkdown,
  boardScripts,
  movementMarkdown,
} from '../../reports/board/index.ts';
import { writeFileAtomically } from '../record/recordFile.ts';

/** Writes the page, the data, the table, the badges, the records with their checksums, and what has to be looked at. */
export function publishBoard(board: Board, entries: readonly BoardEntry[], work: string, out: string): void {
  const write = (name: string, text: string) => writeFileAtomically(join(out, name), text);
  write('index.html', boardHtml(board, scriptsByTarget(board, entries)));
  write('board.json', `${JSON.stringify(board, null, 1)}\n`);
  write('board.md', boardMarkdown(board));
  rmSync(join(out, 'badges'), { recursive: true, force: true });
  const tested = board.targets.filter((row) => row.status === 'tested');
  for (const row of tested) write(join('badges', `${row.name}.json`), boardBadge(row));
  mkdirSync(join(out, 'records'), { recursive: true });
  for (const { name, record } of tested) copyFileSync(join(work, name, record.file), join(out, 'records', record.file));
  write('records.sha256', tested.map(({ record }) => `${record.sha256}  records/${record.file}\n`).join(''));
  writeIssue(board, out);
}

/** Writes the text of an issue about the board, or removes the one of an earlier board if there is nothing to say. */
export function writeIssue(board: Board, out: string): void {
  const text = movementMarkdown(board);
  const path = join(out, 'issue.md');
  if (text === '') rmSync(path, { force: true });
  else writeFileAtomically(path, text);
}

function scriptsByTarget(
  { targets }: Board,
  entries: readonly BoardEntry[],
): ReadonlyMap<string, ReturnType<typeof boardScripts>> {
  return new Map(
    entries.flatMap((entry) => {
      const row = targets.find(({ name }) => name === entry.facts.name);
      if (entry.kind !== 'tested' || row?.status !== 'tested') return [];
      return [[row.name, boardScripts(row, entry.record)] as const];
    }),
  );
}
