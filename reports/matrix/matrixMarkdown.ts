import { percent } from '../../specs/plural.ts';
import { markdownCode, markdownText } from '../text/markdownText.ts';
import { type Cell, errorCell, memberCell } from './cellText.ts';
import type { Column, Matrix } from './matrixOf.ts';

/** The matrix as Markdown tables. */
export function matrixMarkdown({ columns, errors, members }: Matrix): string {
  const titles = columns.map(({ title }) => markdownText(title));
  const parts = [
    '## UpdateUserPool: targets side by side',
    table(
      ['', ...titles],
      [
        ['Edition', ...columns.map(({ edition }) => edition)],
        ['Basis', ...columns.map(({ basis }) => basis)],
        ['Coverage', ...columns.map(coverageOf)],
        ['Divergence', ...columns.map(divergenceOf)],
      ],
    ),
    '### Errors',
    table(
      ['Error', ...titles],
      errors.map(({ code, name, cells }) => [
        `${code ?? ''} ${name}`.trim(),
        ...cells.map((cell) => shown(errorCell(cell))),
      ]),
    ),
    '### Members',
    table(
      ['Member', ...titles],
      members.map(({ member, cells }) => [markdownCode(member), ...cells.map((cell) => shown(memberCell(cell)))]),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

function coverageOf({ summary: { coverage } }: Column): string {
  return percent(coverage.implemented, coverage.members);
}

function divergenceOf({ summary: { divergence } }: Column): string {
  return percent(divergence.deviating, divergence.judged);
}

const signs: Readonly<Record<Cell['state'], string>> = {
  conforms: '✅',
  deviates: '❌',
  undecided: '❔',
  unsupported: '🚫',
  'not-tested': '·',
};

function shown(cell: Cell | null): string {
  return cell === null ? 'not in the edition' : `${signs[cell.state]} ${cell.text}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
