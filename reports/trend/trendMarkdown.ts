import { markdownText } from '../text/markdownText.ts';
import type { TrendPoint } from './trendOf.ts';
import { trendHeads, trendRows } from './trendRows.ts';
import { blocks } from './trendTerminal.ts';

/** The trend as a Markdown table under two lines of blocks. */
export function trendMarkdown(points: readonly TrendPoint[]): string {
  const line = (name: string, shares: readonly (number | null)[]): string => `${name} \`${blocks(shares)}\``;
  const rows = [
    trendHeads,
    trendHeads.map(() => '---'),
    ...trendRows(points).map((row) => row.map((cell) => markdownText(cell))),
  ];
  const parts = [
    '## UpdateUserPool: the runs over time',
    `${line(
      'Coverage',
      points.map(({ coverage }) => coverage),
    )}, ${line(
      'divergence',
      points.map(({ divergence }) => divergence),
    )}`,
    rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}
