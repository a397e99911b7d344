import { besideBaseline, type Standings } from '../harness/figures/besideBaseline.ts';
import type { ErrorFigures } from '../harness/figures/errorFigures.ts';
import type { Fault } from '../harness/figures/faults.ts';
import { gateOf } from '../harness/figures/gate.ts';
import { orderSaid, readingOrder } from '../harness/figures/readingOrder.ts';
import { type Summary, summaryOf } from '../harness/figures/summary.ts';
import type { Finding, RunRecord } from '../harness/record/record.ts';
import { grouped, percent, plural } from '../specs/plural.ts';
import type { Reporter } from './reporter.ts';
import { replayCommand, runArguments } from './text/commands.ts';
import { coverageSentence } from './text/coverageSentence.ts';
import { exploredSentence } from './text/exploredSentence.ts';
import { gateSentence } from './text/gateSentence.ts';
import { markdownCode, markdownText } from './text/markdownText.ts';

/** report.md: totals, faults and the worst findings, short enough for a job summary or a comment. */
export const markdown: Reporter = {
  description: 'report.md: for a job summary or a comment on a pull request, below 60,000 characters',
  fileName: 'report.md',
  render,
};

// A comment may have 65,536 characters; links and a heading of the caller's want some of them.
const longest = 60_000;
const mostRows = 40;

function render(record: RunRecord): string {
  const summary = summaryOf(record);
  const worst = readingOrder(record, summary.faults, mostRows);
  // The tables give way, the figures stay.
  for (const rows of [mostRows, 20, 10, 5, 2]) {
    const page = pageOf(record, summary, worst, rows);
    if (page.length < longest) return page;
  }
  return pageOf(record, summary, worst, 0);
}

function pageOf(record: RunRecord, summary: Summary, worst: readonly Finding[], rows: number): string {
  const { tool, edition, basis, seed } = record.header;
  const origin = `poolproof ${tool.version}, edition ${edition}, basis ${basis}, seed ${seed}`;
  const parts = [
    `## ${moodOf(record, summary)} ${markdownText(summary.verdict, 400)}`,
    figures(record, summary),
    ...faults(summary.faults, rows),
    ...findings(record, worst, rows),
    errors(summary.errors),
    `Run again: ${markdownCode(`npx poolproof ${runArguments(record.header).join(' ')}`, 1_000)}`,
    `<sub>${markdownText(origin)}</sub>`,
  ];
  return `${parts.join('\n\n')}\n`;
}

// What the gate lets through is still no reason to cheer.
function moodOf(record: RunRecord, { divergence: { deviating, judged } }: Summary): string {
  if (!gateOf(record).passed || judged === 0) return '❌';
  return deviating === 0 ? '✅' : '⚠️';
}

function figures(record: RunRecord, { totals, coverage, divergence, explored }: Summary): string {
  const { conforms, deviates, undecided, skipped, cases } = totals;
  const rows = [
    [
      'Cases',
      `${grouped(cases)}: ${conforms} conform, ${deviates} deviate, ${undecided} undecided, ${skipped} skipped`,
    ],
    ['Coverage', `${percent(coverage.implemented, coverage.members)}, ${coverageSentence(coverage)}`],
    [
      'Divergence',
      `${percent(divergence.deviating, divergence.judged)}, ${divergence.deviating} of ${divergence.judged} judged clauses deviate`,
    ],
    ['Tried', exploredSentence(explored)],
    ['Gate', markdownText(gateSentence(gateOf(record)))],
  ];
  return table(['', ''], rows);
}

function faults(all: readonly Fault[], rows: number): readonly string[] {
  if (all.length < 2) return [];
  const lines = all.slice(0, rows).map(({ level, says, clauses, judged }) => [level, says, `${clauses} of ${judged}`]);
  return ['### What is wrong', table(['Level', 'Fault', 'Clauses'], lines), ...more(all.length - lines.length)];
}

function findings(record: RunRecord, worst: readonly Finding[], rows: number): readonly string[] {
  if (worst.length === 0) return [];
  const standings = besideBaseline(gateOf(record));
  const beside = standings.size > 0;
  const head = [
    'Level',
    'Kind',
    'Member',
    'Expected',
    'Came',
    'Cases',
    ...(beside ? ['Baseline'] : []),
    'Show it again',
  ];
  const lines = worst.slice(0, rows).map((finding) => lineOf(finding, standings, record.path));
  return [
    `### ${plural(worst.length, 'finding')}, ${orderSaid(record, mostRows)}`,
    table(head, lines),
    ...more(worst.length - lines.length),
  ];
}

function lineOf(finding: Finding, standings: Standings, recordPath: string | undefined): readonly string[] {
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
    markdownCode(replayCommand(finding, recordPath).join(' '), 600),
  ];
}

function errors(figuresOfErrors: readonly ErrorFigures[]): string {
  const rows = figuresOfErrors.map(({ code, name, expected, matched, unexpected, how }) => [
    code === null ? '' : String(code),
    name,
    grouped(expected),
    grouped(matched),
    grouped(unexpected),
    markdownText(how),
  ]);
  const body = table(['Code', 'Error', 'Expected', 'Matched', 'Unexpected', 'How'], rows);
  return `<details><summary>Errors 480 to 490 and later</summary>\n\n${body}\n\n</details>`;
}

function more(count: number): readonly string[] {
  return count > 0 ? [`and ${grouped(count)} more`] : [];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
