import { plural } from '../../specs/plural.ts';
import type { Board } from './board.ts';
import { durationText } from './durationText.ts';
import { testedRows } from './testedRows.ts';

/** How long the board took, beside the slowest of its runs. */
export function boardTime(board: Board): string {
  const { durationMs } = board;
  const slowest = testedRows(board).toSorted((left, right) => right.durationMs - left.durationMs)[0];
  // Runs that are used again took their time before.
  if (slowest === undefined || slowest.durationMs > durationMs) return durationText(durationMs);
  const ratio = (durationMs / slowest.durationMs).toFixed(1);
  return `${durationText(durationMs)}, ${ratio} times the slowest run (${slowest.name}, ${durationText(slowest.durationMs)})`;
}

/** How much memory poolproof took beside the emulators; null where that was not measured. */
export function boardMemory({ memoryPeak }: Board): string | null {
  return memoryPeak === null ? null : `up to ${Math.ceil(memoryPeak / 2 ** 20)} MiB beside the emulators`;
}

/** Time and memory of a board in a sentence. */
export function boardEffort(board: Board): string {
  const memory = boardMemory(board);
  return `${plural(testedRows(board).length, 'target')} in ${boardTime(board)}${memory === null ? '' : `; memory ${memory}`}`;
}
