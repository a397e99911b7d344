import type { Command } from 'commander';
import { buildMatrix, matrixHtml, matrixMarkdown } from '../../reports/index.ts';
import { readRecord } from '../record/recordFile.ts';
import { writeView } from './writeView.ts';

/** `poolproof matrix`: the records of several targets side by side. */
export function matrixCommand(program: Command, exit: (status: number) => void): void {
  program
    .command('matrix')
    .argument('<records...>', 'the record.jsonl of each target')
    .option('-o, --output <file>', 'output file: HTML, or Markdown where the name ends in .md', 'matrix.html')
    .description('show several targets side by side: errors and members as rows, targets as columns')
    .action((paths: readonly string[], { output }: { readonly output: string }) => {
      const matrix = buildMatrix(paths.map((path) => readRecord(path)));
      writeView(output, { html: () => matrixHtml(matrix), markdown: () => matrixMarkdown(matrix) });
      exit(0);
    });
}
