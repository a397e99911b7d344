import { percent, plural } from '../../specs/plural.ts';
import { coverageCell } from '../text/coverageSentence.ts';
import { markdownText } from '../text/markdownText.ts';
import type { Board, TestedRow } from './board.ts';
import { durationText } from './durationText.ts';
import { movementText } from './movementText.ts';
import { testedRows } from './testedRows.ts';

/** The board as a Markdown table for a README, and the targets that were not tested. */
export function boardMarkdown(board: Board): string {
  const { generatedAt, tool, edition, machine } = board;
  const head = ['Emulator', 'Worst cause', 'Divergence', 'Coverage', 'Findings', 'Movement', 'Time'];
  const untested = board.targets.flatMap((row) =>
    row.status === 'tested' ? [] : [`${markdownText(row.name)} (${markdownText(row.reason)})`],
  );
  const lines = [
    tableLine(head),
    tableLine(head.map(() => '---')),
    ...testedRows(board).map(rowLine),
    '',
    `${generatedAt.slice(0, 10)}, poolproof ${tool.version}, contract of ${edition}, ${markdownText(machine.processor)}, ${plural(machine.cores, 'core')}. Divergence: broken clauses of those judged. Coverage: members of the request that have any effect.`,
    ...(untested.length === 0 ? [] : ['', `Not tested: ${untested.join('; ')}.`]),
  ];
  return `${lines.join('\n')}\n`;
}

function rowLine(row: TestedRow): string {
  const { name, version, causes, divergence, coverage, findings, movement, durationMs } = row;
  return tableLine([
    markdownText(`${name} ${version ?? ''}`.trim()),
    markdownText(causes[0]?.says ?? 'none'),
    percent(divergence.deviating, divergence.judged),
    coverageCell(coverage),
    String(findings.length),
    movementText(movement),
    durationText(durationMs),
  ]);
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
