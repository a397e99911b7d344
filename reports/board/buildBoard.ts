import type { Board, BoardRow, ControlRow, Machine, UntestedRow } from './board.ts';
import type { BoardEntry } from './boardEntry.ts';
import { sharedFindings } from './sharedFindings.ts';
import { testedRow } from './testedRow.ts';

/** What a board is made of besides its targets. */
export interface BoardParts extends Pick<Board, 'tool' | 'edition' | 'basis' | 'seed' | 'phases' | 'generatedAt'> {
  readonly entries: readonly BoardEntry[];
  readonly controls: readonly ControlRow[];
  readonly machine: Machine;
  readonly durationMs: number;
  readonly memoryPeak: number | null;
  /** Null for the first board. */
  readonly previous: Board | null;
}

/** The board of some runs, with what moved since the previous one. */
export function buildBoard({
  entries,
  controls,
  machine,
  durationMs,
  memoryPeak,
  previous,
  ...run
}: BoardParts): Board {
  const rows = entries.map((entry): BoardRow => {
    if (entry.kind === 'not-tested') return untestedRow(entry);
    return testedRow(entry, previous);
  });
  const tested = new Set(rows.flatMap(({ name, status }) => (status === 'tested' ? name : [])));
  return {
    format: 'poolproof-board',
    version: 1,
    ...run,
    machine,
    durationMs,
    memoryPeak,
    targets: rows.map((row) => (row.status === 'tested' ? { ...row, shared: sharedFindings(row, rows) } : row)),
    controls,
    previous: previous === null ? null : { generatedAt: previous.generatedAt, toolVersion: previous.tool.version },
    gone: (previous?.targets ?? []).flatMap(({ name, status }) =>
      status === 'tested' && !tested.has(name) ? name : [],
    ),
  };
}

function untestedRow({ facts, reason }: Extract<BoardEntry, { readonly kind: 'not-tested' }>): UntestedRow {
  return { status: 'not-tested', ...facts, reason };
}
