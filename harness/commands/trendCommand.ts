import type { Command } from 'commander';
import { buildTrend, trendHtml, trendMarkdown, trendTerminal } from '../../reports/index.ts';
import { readRecord } from '../record/recordFile.ts';
import { printResult } from './print.ts';
import { writeView } from './writeView.ts';

/** `poolproof trend`: coverage and divergence of past runs as a line over time. */
export function trendCommand(program: Command, exit: (status: number) => void): void {
  program
    .command('trend')
    .argument('<records...>', 'the record.jsonl of each run, in any order')
    .option('-o, --output <file>', 'write it as HTML, or as Markdown where the name ends in .md, rather than print it')
    .description('show coverage and divergence of past runs over time')
    .action((paths: readonly string[], { output }: { readonly output?: string }) => {
      const series = buildTrend(paths.map((path) => readRecord(path)));
      if (output === undefined) printResult(trendTerminal(series));
      else writeView(output, { html: () => trendHtml(series), markdown: () => trendMarkdown(series) });
      exit(0);
    });
}
