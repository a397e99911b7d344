import pico from 'picocolors';
import type { Finding, RunRecord } from '../harness/record.ts';
import type { RenderOptions, Reporter } from './reporter.ts';
import { worstFirst } from './summary/worstFirst.ts';
import { type Summary, summaryOf } from './summary.ts';
import { errorLines } from './terminal/errorLines.ts';
import { findingLines } from './terminal/findingLines.ts';
import { type Colors, labelled } from './terminal/labelled.ts';
import { nextLines } from './terminal/nextLines.ts';
import { clip, wrap } from './text/columns.ts';
import { grouped, percent } from './text/plural.ts';
import { verdictWord } from './text/verdictWord.ts';
import { oneLine } from './text/visible.ts';

/** One screen of text: the verdict, the figures, the worst findings, and what to do next. */
export const terminal: Reporter = {
  description: 'one screen: verdict, figures, the worst findings, what to do next',
  fileName: null,
  render,
};

const shown = 7;

function render(record: RunRecord, options: RenderOptions): string {
  const colors = pico.createColors(options.color);
  const summary = summaryOf(record);
  const width = Math.max(40, options.width);
  const lines = [
    colors.dim(clip(originOf(record), width)),
    '',
    ...headline(summary, colors, width),
    '',
    ...figures(summary, colors, width),
    ...errorLines(summary.errors, colors, width),
    '',
    ...findings(worstFirst(record.findings), colors, width),
    ...nextLines(record, options.files ?? [], colors, width),
  ];
  return `${lines.join('\n')}\n`;
}

function originOf({ header: { tool, target, edition, basis } }: RunRecord): string {
  const where = target.endpoint === null ? '' : ` · ${oneLine(target.endpoint)}`;
  return `poolproof ${tool.version} · edition ${edition} · basis ${basis}${where}`;
}

function headline({ verdict, divergence }: Summary, colors: Colors, width: number): readonly string[] {
  const good = divergence.deviating === 0 && divergence.judged > 0;
  const paint = good ? colors.green : divergence.deviating > 0 ? colors.red : colors.yellow;
  const lines = wrap(verdict, width - 2);
  return lines.map((line, index) => paint(colors.bold(index === 0 ? `${good ? '✓' : '✗'} ${line}` : `  ${line}`)));
}

function figures({ totals, coverage, divergence }: Summary, colors: Colors, width: number): readonly string[] {
  const kinds = ['conforms', 'deviates', 'undecided', 'inconclusive', 'unsupported', 'skipped', 'errored'] as const;
  const counts = kinds
    .filter((kind) => totals[kind] > 0)
    .map((kind) => `${grouped(totals[kind])} ${verdictWord(kind, totals[kind])}`);
  const { implemented, members } = coverage;
  const { deviating, judged } = divergence;
  return [
    ...labelled('cases', `${grouped(totals.cases)}: ${counts.join(' · ')}`, colors, width),
    ...labelled(
      'coverage',
      `${percent(implemented, members)}, ${implemented} of ${members} members have an effect`,
      colors,
      width,
    ),
    ...labelled(
      'divergence',
      `${percent(deviating, judged)}, ${deviating} of ${judged} judged clauses deviate`,
      colors,
      width,
    ),
  ];
}

function findings(worst: readonly Finding[], colors: Colors, width: number): readonly string[] {
  if (worst.length === 0) return [];
  const more = worst.length - shown;
  const title = worst.length === 1 ? 'The finding' : `${grouped(worst.length)} findings, worst first`;
  return [
    colors.bold(title),
    ...worst.slice(0, shown).flatMap((finding) => findingLines(finding, colors, width)),
    ...(more > 0 ? [colors.dim(`  and ${grouped(more)} more`)] : []),
    '',
  ];
}
