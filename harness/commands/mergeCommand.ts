import { resolve } from 'node:path';
import type { Command } from 'commander';
import { plural } from '../../specs/plural.ts';
import { isIncomplete } from '../figures/gate.ts';
import { mergeRecords } from '../record/mergeRecords.ts';
import { readWholeRecord, writeRecord } from '../record/recordFile.ts';
import { openGate } from '../session/openGate.ts';
import { type GateSettings, gateDefinitions } from '../settings/gateSettings.ts';
import { addOptions, readSettings } from '../settings/settings.ts';
import { UserError } from '../userError.ts';
import { tellGitHub } from './githubLines.ts';
import { printError, printResult } from './print.ts';

/** `poolproof merge`: merges the shards of one run into one record and checks it against the gate. */
export function mergeCommand(program: Command, exit: (status: number) => void): void {
  const command = program
    .command('merge')
    .argument('<shards...>', 'the record.jsonl of every shard')
    .requiredOption('-o, --output <record>', 'output file for the merged record')
    .description('merge the shards of one run into one record, and check it against the gate');
  addOptions<GateSettings>(command, gateDefinitions);
  command.action((paths: readonly string[], { output, ...flags }: { readonly output: string }) =>
    exit(merge(paths, output, readSettings<GateSettings>(gateDefinitions, flags))),
  );
}

function merge(paths: readonly string[], output: string, settings: GateSettings): number {
  refuseShardAsOutput(paths, output);
  const gate = openGate(settings, printError);
  const merged = mergeRecords(paths.map((path) => ({ path, record: readWholeRecord(path) })));
  const { interrupted } = merged.footer;
  const isComplete = !isIncomplete(merged);
  const line = gate(merged, isComplete);
  writeRecord(output, { ...merged, gate: line });
  tellGitHub({ ...merged, path: output, gate: line });
  const { cases, findings } = merged.footer;
  printResult(`${output}: ${plural(paths.length, 'shard')}, ${plural(cases, 'case')}, ${plural(findings, 'finding')}`);
  if (isComplete) return line.passed ? 0 : 1;
  printError(
    `error[incomplete-shards]: The run was not completed: ${interrupted ?? 'some cases could not be judged'}.`,
  );
  return 3;
}

// A shard that is written over can be merged no second time.
function refuseShardAsOutput(paths: readonly string[], output: string): void {
  if (!paths.some((path) => resolve(path) === resolve(output))) return;
  throw new UserError('wrong-setting', `-o names one of the shards: "${output}".`, 'Name a file of its own.');
}
