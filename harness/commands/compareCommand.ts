import type { Command } from 'commander';
import { compareRecords, comparisonText } from '../../reports/index.ts';
import { readWholeRecord } from '../record/recordFile.ts';
import { printResult } from './print.ts';

/** `poolproof compare`: where two targets or two runs differ. */
export function compareCommand(program: Command, exit: (status: number) => void): void {
  program
    .command('compare')
    .argument('<before>', 'a record.jsonl')
    .argument('<after>', 'the record.jsonl to compare with it')
    .option('--json', 'print the comparison as JSON')
    .description('show what is better, worse, new or gone from one record to another; status 1 if anything is worse')
    .action((before: string, after: string, { json }: { readonly json?: boolean }) => {
      const comparison = compareRecords(readWholeRecord(before), readWholeRecord(after));
      printResult(json ? JSON.stringify(comparison, null, 2) : comparisonText(comparison));
      exit(comparison.changes.some(({ change }) => change === 'worse') ? 1 : 0);
    });
}
