import { columnsOf } from '../text/columns.ts';
import type { TrendPoint, TrendSeries } from './trendOf.ts';
import { trendHeads, trendRows } from './trendRows.ts';

/** The trend as lines of text: for each series two lines of blocks, and a row for each run. */
export function trendTerminal(series: readonly TrendSeries[]): string {
  return series.map(({ title, points }) => `${[title, ...linesOf(points)].join('\n')}\n`).join('\n');
}

function linesOf(points: readonly TrendPoint[]): readonly string[] {
  const rows: readonly (readonly string[])[] = [trendHeads, ...trendRows(points)];
  const widths = trendHeads.map((_, column) => Math.max(...rows.map((row) => columnsOf(row[column] ?? ''))));
  const table = rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - columnsOf(cell)))
      .join('  ')
      .trimEnd(),
  );
  return [
    `coverage    ${blocks(points.map(({ coverage }) => coverage))}`,
    `divergence  ${blocks(points.map(({ divergence }) => divergence))}`,
    '',
    ...table,
  ];
}

/** A block for each share, from nothing to all; a point where there is none. */
export function blocks(shares: readonly (number | null)[]): string {
  const heights = '▁▂▃▄▅▆▇█';
  return shares.map((part) => (part === null ? '·' : (heights[Math.min(7, Math.floor(part * 8))] ?? '·'))).join('');
}
