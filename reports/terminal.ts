import pico from 'picocolors';
import { gateOf } from '../harness/figures/gate.ts';
import { readingOrder } from '../harness/figures/readingOrder.ts';
import { type Summary, summaryOf } from '../harness/figures/summary.ts';
import { oneLine } from '../harness/figures/visibleText.ts';
import type { RunRecord } from '../harness/record/record.ts';
import { grouped, percent, plural } from '../specs/plural.ts';
import type { RenderOptions, Reporter } from './reporter.ts';
import { causeLine } from './terminal/causeLines.ts';
import { errorLines } from './terminal/errorLines.ts';
import { findingLines } from './terminal/findingLines.ts';
import { gateLines } from './terminal/gateLines.ts';
import { type Colors, labelledLines } from './terminal/labelledLines.ts';
import { nextLines } from './terminal/nextLines.ts';
import { skippedLines } from './terminal/skippedLines.ts';
import { clipText, wrapText } from './text/columns.ts';
import { defaultProgram, withProgram } from './text/commands.ts';
import { confirmationNote } from './text/confirmationSentence.ts';
import { coverageLabel, coverageSentence } from './text/coverageSentence.ts';
import { exploredSentence } from './text/exploredSentence.ts';
import { outsideFilterSentence } from './text/outsideFilterSentence.ts';
import { probeSentence } from './text/probeSentence.ts';
import { requestsSentence } from './text/requestsSentence.ts';
import { totalsSentence } from './text/totalsSentence.ts';

/** One screen of text: the verdict, the figures, the worst findings, and what to do next. */
export const terminal: Reporter = {
  description: 'one screen: verdict, figures, the worst findings, what to do next',
  fileName: null,
  render,
};

/** Most findings that are listed one by one; of more the causes are listed. */
const mostFindings = 7;

function render(record: RunRecord, options: RenderOptions): string {
  const colors = pico.createColors(options.color);
  const summary = summaryOf(record);
  const width = Math.max(40, options.width);
  const [first] = readingOrder(record, summary.causes, mostFindings);
  const leftOut = outsideFilterSentence(record.footer);
  const lines = [
    colors.dim(clipText(originLine(record), width)),
    '',
    ...headline(summary, colors, width),
    '',
    ...(record.probe === undefined ? [] : labelledLines('target', probeSentence(record.probe), colors, width)),
    ...figureLines(summary, colors, width),
    ...labelledLines('requests', requestsSentence(record.footer, 3), colors, width),
    ...skippedLines(record, colors, width),
    ...(leftOut === undefined ? [] : labelledLines('left out', leftOut, colors, width)),
    ...errorLines(summary.errors, colors, width),
    ...gateLines(gateOf(record), colors, width),
    '',
    ...causeSection(record, summary, colors, width),
    ...findingSection(record, summary, colors, width),
    ...nextLines(record, { ...options, first }, colors, width),
  ];
  return withProgram(`${lines.join('\n')}\n`, options.program ?? defaultProgram);
}

function originLine({ header: { tool, target, edition, basis } }: RunRecord): string {
  const where = target.endpoint === null ? '' : ` · ${oneLine(target.endpoint)}`;
  return `poolproof ${tool.version} · edition ${edition} · basis ${basis}${where}`;
}

function headline({ verdict, conformance }: Summary, colors: Colors, width: number): readonly string[] {
  const [sign, color] = headlines[conformance];
  const lines = wrapText(verdict, width - 2);
  return lines.map((line, index) => colors[color](colors.bold(index === 0 ? `${sign} ${line}` : `  ${line}`)));
}

/** The sign before the verdict, and the colour of both. */
const headlines = {
  conforms: ['✓', 'green'],
  tolerated: ['!', 'yellow'],
  fails: ['✗', 'red'],
  'not-judged': ['?', 'yellow'],
} as const;

function figureLines(
  { totals, coverage, divergence, explored, confirmation }: Summary,
  colors: Colors,
  width: number,
): readonly string[] {
  const { implemented, members } = coverage;
  const { deviating, judged } = divergence;
  return [
    ...labelledLines('cases', totalsSentence(totals), colors, width),
    ...labelledLines(
      coverageLabel(coverage).toLowerCase(),
      `${percent(implemented, members)}, ${coverageSentence(coverage)}`,
      colors,
      width,
    ),
    ...labelledLines(
      'divergence',
      `${percent(deviating, judged)}, ${deviating} of ${judged} judged clauses deviate`,
      colors,
      width,
    ),
    ...labelledLines('evidence', confirmationNote(confirmation), colors, width),
    ...labelledLines('tested', exploredSentence(explored), colors, width),
  ];
}

// A handful of findings is read one by one.
function isMany({ findings }: RunRecord): boolean {
  return findings.length > mostFindings;
}

// Every cause has its line: what is not named here is looked for nowhere else.
function causeSection(record: RunRecord, { causes }: Summary, colors: Colors, width: number): readonly string[] {
  if (!isMany(record)) return [];
  const title = `${plural(record.findings.length, 'finding')} with ${plural(causes.length, 'cause')}, most harmful first, each with its worst finding`;
  return [
    colors.bold(clipText(title, width)),
    ...causes.map((cause) => causeLine(cause, colors, width)),
    ...wrapText(levelLegend, width).map((line) => colors.dim(line)),
    '',
  ];
}

const levelLegend = 'must: model or measurement · should: documentation or reports · may: one report';

// Of many findings the causes say more, each with its worst one.
function findingSection(record: RunRecord, { causes }: Summary, colors: Colors, width: number): readonly string[] {
  const worst = readingOrder(record, causes, mostFindings);
  if (worst.length === 0 || isMany(record)) return [];
  const title = worst.length === 1 ? 'The finding' : `${grouped(worst.length)} findings, worst first`;
  return [colors.bold(title), ...worst.flatMap((finding) => findingLines(finding, colors, width)), ''];
}
