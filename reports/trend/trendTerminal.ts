import { columnCount } from '../text/columns.ts';
import type { TrendPoint, TrendSeries } from './buildTrend.ts';
import { trendHeads, trendRows } from './trendRows.ts';

/** The trend as lines of text: for each series two lines of blocks, and a row for each run. */
export function trendTerminal(series: readonly TrendSeries[]): string {
  return series.map(({ title, points }) => `${[title, ...seriesLines(points)].join('\n')}\n`).join('\n');
}

function seriesLines(points: readonly TrendPoint[]): readonly string[] {
  const rows: readonly (readonly string[])[] = [trendHeads, ...trendRows(points)];
  const widths = trendHeads.map((_, column) => Math.max(...rows.map((row) => columnCount(row[column] ?? ''))));
  const table = rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - columnCount(cell)))
      .join('  ')
      .trimEnd(),
  );
  return [
    `coverage    ${shareBlocks(points.map(({ coverage }) => coverage))}`,
    `divergence  ${shareBlocks(points.map(({ divergence }) => divergence))}`,
    '',
    ...table,
  ];
}

/** A block for each share, from nothing to all; a point where there is none. */
export function shareBlocks(shares: readonly (number | null)[]): string {
  const heights = '▁▂▃▄▅▆▇█';
  return shares.map((part) => (part === null ? '·' : (heights[Math.min(7, Math.floor(part * 8))] ?? '·'))).join('');
}
