import { testedOperation } from '../../specs/operation.ts';
import { percent } from '../../specs/plural.ts';
import { coverageCell } from '../text/coverageSentence.ts';
import { markdownCode, markdownText } from '../text/markdownText.ts';
import { answersLead, shownPatterns } from './answerSection.ts';
import type { Column, Matrix } from './buildMatrix.ts';
import { type Cell, errorCell, memberCell } from './cellText.ts';

/** The matrix as Markdown tables. */
export function matrixMarkdown({ columns, errors, members, answers }: Matrix): string {
  const titles = columns.map(({ title }) => markdownText(title));
  const parts = [
    `## ${testedOperation}: targets side by side`,
    matrixTable(
      ['', ...titles],
      [
        ['Edition', ...columns.map(({ edition }) => edition)],
        ['Basis', ...columns.map(({ basis }) => basis)],
        ['Coverage', ...columns.map(({ summary }) => coverageCell(summary.coverage))],
        ['Divergence', ...columns.map(divergenceCell)],
      ],
    ),
    '### Errors',
    matrixTable(
      ['Error', ...titles],
      errors.map(({ code, name, cells }) => [
        `${code ?? ''} ${name}`.trim(),
        ...cells.map((cell) => cellMarkdown(errorCell(cell))),
      ]),
    ),
    '### Members',
    matrixTable(
      ['Member', ...titles],
      members.map(({ member, cells }) => [
        markdownCode(member),
        ...cells.map((cell) => cellMarkdown(memberCell(cell))),
      ]),
    ),
    '### Answers',
    answersLead(answers),
    matrixTable(
      ['Cases', ...titles, 'Such as'],
      answers.patterns
        .slice(0, shownPatterns)
        .map(({ count, answers: cells, example }) => [
          String(count),
          ...cells.map((cell) => markdownText(cell ?? '–')),
          markdownCode(example),
        ]),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

function divergenceCell({ summary: { divergence } }: Column): string {
  return percent(divergence.deviating, divergence.judged);
}

const signs: Readonly<Record<Cell['state'], string>> = {
  conforms: '✅',
  deviates: '❌',
  undecided: '❔',
  unsupported: '🚫',
  'not-tested': '·',
};

function cellMarkdown(cell: Cell | null): string {
  return cell === null ? 'not in the edition' : `${signs[cell.state]} ${cell.text}`;
}

function matrixTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
