import type { Command } from 'commander';
import { oneLine } from '../figures/visibleText.ts';
import { publicRecord } from '../record/publicRecord.ts';
import { readRecord, writeRecord } from '../record/recordFile.ts';
import type { Redaction } from '../record/redactText.ts';
import { printResult } from './print.ts';

/** `poolproof redact`: makes a record that can be shown in public, or says why one cannot be as it is. */
export function redactCommand(program: Command, exit: (status: number) => void): void {
  program
    .command('redact')
    .argument('<record>', 'the record.jsonl of a run')
    .option('-o, --output <record>', 'output file for the record without them; without it the record is only checked')
    .description(
      'check a record to be shown in public for account ids, ARNs of accounts, local paths and hosts, and replace them',
    )
    .action((path: string, { output }: { readonly output?: string }) => exit(redactRecord(path, output)));
}

function redactRecord(path: string, output: string | undefined): number {
  const { record, redactions } = publicRecord(readRecord(path));
  if (output === undefined) for (const _line of [...(record.pools ?? []), ...record.cases]);
  else writeRecord(output, record);
  const all = redactions();
  if (all.length === 0) {
    printResult(`${output ?? path}: no account id, local path or host.`);
    return 0;
  }
  const verb = output === undefined ? 'would be replaced' : 'replaced';
  printResult(
    [`${output ?? path}: ${all.length} ${verb}`, ...all.slice(0, mostLines).map(redactionLine), ...more(all)].join(
      '\n',
    ),
  );
  return output === undefined ? 1 : 0;
}

const mostLines = 40;

function redactionLine({ kind, found, replacement }: Redaction): string {
  return `  ${kind.padEnd(8)} ${oneLine(found, 120)} → ${replacement}`;
}

function more(all: readonly Redaction[]): readonly string[] {
  return all.length > mostLines ? [`  and ${all.length - mostLines} more`] : [];
}
