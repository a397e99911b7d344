import { baselineStandings, type Standings } from '../harness/figures/baselineStandings.ts';
import type { Cause } from '../harness/figures/causes.ts';
import type { ErrorFigures } from '../harness/figures/errorFigures.ts';
import { gateOf } from '../harness/figures/gate.ts';
import { orderHeading, readingOrder } from '../harness/figures/readingOrder.ts';
import { type Summary, summaryOf } from '../harness/figures/summary.ts';
import type { Finding, RunRecord } from '../harness/record/record.ts';
import { grouped, percent, plural } from '../specs/plural.ts';
import type { RenderOptions, Reporter } from './reporter.ts';
import { defaultProgram, replayCommandLine, runCommandText } from './text/commands.ts';
import { confirmationSentence } from './text/confirmationSentence.ts';
import { coverageLabel, coverageSentence } from './text/coverageSentence.ts';
import { exploredSentence } from './text/exploredSentence.ts';
import { gateSentence } from './text/gateSentence.ts';
import { markdownCode, markdownCommand, markdownText } from './text/markdownText.ts';
import { outsideFilterSentence } from './text/outsideFilterSentence.ts';
import { requestsSentence } from './text/requestsSentence.ts';
import { totalsSentence } from './text/totalsSentence.ts';

/** report.md: totals, faults and the worst findings, short enough for a job summary or a comment. */
export const markdown: Reporter = {
  description: 'report.md: for a job summary or a comment on a pull request, below 60,000 characters',
  fileName: 'report.md',
  render,
};

// A comment may have 65,536 characters; links and a heading of the caller's want some of them.
const longest = 60_000;
const mostRows = 40;

function render(record: RunRecord, { program = defaultProgram }: RenderOptions): string {
  const summary = summaryOf(record);
  const worst = readingOrder(record, summary.causes, mostRows);
  // The tables give way, the figures stay.
  for (const rows of [mostRows, 20, 10, 5, 2]) {
    const page = markdownPage(record, summary, worst, rows, program);
    if (page.length < longest) return page;
  }
  return markdownPage(record, summary, worst, 0, program);
}

function markdownPage(
  record: RunRecord,
  summary: Summary,
  worst: readonly Finding[],
  rows: number,
  program: string,
): string {
  const { tool, edition, basis, seed } = record.header;
  const origin = `poolproof ${tool.version}, edition ${edition}, basis ${basis}, seed ${seed}`;
  const parts = [
    `## ${headingSigns[summary.conformance]} ${markdownText(summary.verdict, 400)}`,
    figureTable(record, summary),
    ...causeTable(summary.causes, rows),
    ...findingTable(record, worst, rows, program),
    errorTableInMarkdown(summary.errors),
    `Run again: ${markdownCommand(runCommandText(record.header, program))}`,
    `<sub>${markdownText(origin)}</sub>`,
  ];
  return `${parts.join('\n\n')}\n`;
}

// What the gate lets through is still no reason to cheer.
const headingSigns = { conforms: '✅', tolerated: '⚠️', fails: '❌', 'not-judged': '❔' } as const;

function figureTable(record: RunRecord, { totals, coverage, divergence, explored, confirmation }: Summary): string {
  const leftOut = outsideFilterSentence(record.footer);
  const rows = [
    ['Cases', totalsSentence(totals)],
    [coverageLabel(coverage), `${percent(coverage.implemented, coverage.members)}, ${coverageSentence(coverage)}`],
    [
      'Divergence',
      `${percent(divergence.deviating, divergence.judged)}, ${divergence.deviating} of ${divergence.judged} judged clauses deviate`,
    ],
    ['Evidence', confirmationSentence(confirmation)],
    ['Tested', exploredSentence(explored)],
    ['Requests', requestsSentence(record.footer)],
    ...(leftOut === undefined ? [] : [['Left out', leftOut]]),
    ['Gate', markdownText(gateSentence(gateOf(record)))],
  ];
  return markdownTable(['', ''], rows);
}

function causeTable(all: readonly Cause[], rows: number): readonly string[] {
  if (all.length < 2) return [];
  const lines = all
    .slice(0, rows)
    .map(({ level, says, change, findings }) => [level, grouped(findings.length), says, markdownText(change, 300)]);
  return [
    '### What is wrong, most harmful first',
    markdownTable(['Level', 'Findings', 'Cause', 'What to change'], lines),
    ...moreNote(all.length - lines.length),
    levelLegend,
  ];
}

const levelLegend =
  '<sub>must: the model or a measurement says so · should: documentation or several reports do · may: one report or an inference</sub>';

function findingTable(record: RunRecord, worst: readonly Finding[], rows: number, program: string): readonly string[] {
  if (worst.length === 0) return [];
  const standings = baselineStandings(gateOf(record));
  const beside = standings.size > 0;
  const head = ['Level', 'Kind', 'Member', 'Expected', 'Actual', 'Cases', ...(beside ? ['Baseline'] : []), 'Reproduce'];
  const lines = worst.slice(0, rows).map((finding) => findingRow(finding, standings, record, program));
  return [
    `### ${plural(worst.length, 'finding')}, ${orderHeading(record, mostRows)}`,
    markdownTable(head, lines),
    ...moreNote(worst.length - lines.length),
  ];
}

function findingRow(finding: Finding, standings: Standings, record: RunRecord, program: string): readonly string[] {
  const { level, kind, member, expected, actual, count, id } = finding;
  const standing = standings.get(id);
  return [
    level,
    kind,
    member === '' ? 'whole request' : markdownCode(member),
    markdownText(expected),
    markdownText(actual),
    grouped(count),
    ...(standing === undefined
      ? []
      : [`${standing.word === 'known' ? '' : `**${standing.word}** `}${markdownText(standing.says)}`.trim()]),
    markdownCommand(replayCommandLine(finding, record, program)).replaceAll('|', '\\|'),
  ];
}

function errorTableInMarkdown(figuresOfErrors: readonly ErrorFigures[]): string {
  const rows = figuresOfErrors.map(({ code, name, expected, matched, unexpected, how }) => [
    code === null ? '' : String(code),
    name,
    grouped(expected),
    grouped(matched),
    grouped(unexpected),
    markdownText(how),
  ]);
  const body = markdownTable(['Code', 'Error', 'Expected', 'Matched', 'Unexpected', 'How'], rows);
  return `<details><summary>Errors 480 to 490 and later</summary>\n\n${body}\n\n</details>`;
}

function moreNote(count: number): readonly string[] {
  return count > 0 ? [`and ${grouped(count)} more`] : [];
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
