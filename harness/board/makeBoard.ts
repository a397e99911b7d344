import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boardEffort, buildBoard, movementMarkdown } from '../../reports/board/index.ts';
import { newestEdition } from '../../specs/editions/index.ts';
import { UserError } from '../userError.ts';
import { version } from '../version.ts';
import type { BoardSettings } from './boardSettings.ts';
import type { BoardTarget } from './boardTarget.ts';
import { controls } from './controls.ts';
import { MemoryWatch } from './memoryWatch.ts';
import { publishBoard, writeIssue } from './publishBoard.ts';
import { readBoard } from './readBoard.ts';
import { runBoard } from './runBoard.ts';
import { thisMachine } from './thisMachine.ts';

/** Settings of a board, with the folder that it goes to. */
export interface MakeBoardSettings extends Omit<BoardSettings, 'work' | 'expected' | 'watch'> {
  readonly out: string;
  /** Keeps the records of the runs here and uses finished ones again; undefined for a temporary folder. */
  readonly records: string | undefined;
}

/**
 * Runs the targets and the controls and publishes the board. Returns 1 if a target moved since the board in the folder, else 0.
 * Throws a UserError with status 3 if a control came out wrong, or no target could be tested; nothing is published then but the
 * text for an issue.
 */
export async function makeBoard(targets: readonly BoardTarget[], settings: MakeBoardSettings): Promise<0 | 1> {
  const { out, seed, phases } = settings;
  const previous = readBoard(join(out, 'board.json'));
  const expected = new Map(
    (previous?.targets ?? []).flatMap((row) => (row.status === 'tested' ? [[row.name, row.durationMs] as const] : [])),
  );
  const work = settings.records ?? mkdtempSync(join(tmpdir(), 'poolproof-board-'));
  const generatedAt = new Date().toISOString();
  const memory = new MemoryWatch();
  const runs = await runBoard(targets, controls, { ...settings, work, expected, watch: memory.include });
  const board = buildBoard({
    ...runs,
    memoryPeak: memory.end(),
    tool: { name: 'poolproof', version },
    edition: newestEdition.date,
    basis: 'observed',
    seed,
    phases,
    generatedAt,
    machine: thisMachine(),
    previous,
  });
  const wrong = board.controls.filter(({ passed }) => !passed);
  if (wrong.length > 0) {
    writeIssue(board, out);
    const facts = wrong.map(({ name, expected: result, findings }) => `${name}: expected ${result}, found ${findings}`);
    throw new UserError(
      'wrong-control',
      `The board was not published, as a control came out wrong.\n  ${facts.join('\n  ')}`,
      `The records are in ${work}.`,
      3,
    );
  }
  if (board.targets.every(({ status }) => status === 'not-tested')) {
    throw new UserError(
      'nothing-tested',
      'No target could be tested.',
      'The reasons are above; --list shows what is installed.',
      3,
    );
  }
  publishBoard(board, runs.entries, work, out);
  settings.progress(boardEffort(board));
  if (settings.records === undefined) rmSync(work, { recursive: true, force: true });
  return movementMarkdown(board) === '' ? 0 : 1;
}
