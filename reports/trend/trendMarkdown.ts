import { testedOperation } from '../../specs/operation.ts';
import { markdownText } from '../text/markdownText.ts';
import type { TrendPoint, TrendSeries } from './buildTrend.ts';
import { trendHeads, trendRows } from './trendRows.ts';
import { shareBlocks } from './trendTerminal.ts';

/** The trend in Markdown: for each series a line of blocks and a table. */
export function trendMarkdown(series: readonly TrendSeries[]): string {
  const parts = series.flatMap(({ title, points }) => [
    `### ${markdownText(title)}`,
    blockCharts(points),
    trendTable(points),
  ]);
  return `${[`## ${testedOperation}: the runs over time`, ...parts].join('\n\n')}\n`;
}

function blockCharts(points: readonly TrendPoint[]): string {
  const [coverage, divergence] = (['coverage', 'divergence'] as const).map((name) =>
    shareBlocks(points.map((point) => point[name])),
  );
  return `Coverage \`${coverage}\`, divergence \`${divergence}\``;
}

function trendTable(points: readonly TrendPoint[]): string {
  const rows = trendRows(points).map((row) => row.map((cell) => markdownText(cell)));
  return [trendHeads, trendHeads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
