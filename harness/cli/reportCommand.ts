import { dirname } from 'node:path';
import type { Command } from 'commander';
import { readRecord } from '../run/recordFile.ts';
import { report } from './runCommand.ts';
import { type RunSettings, runDefinitions } from './runSettings.ts';
import { addOptions, readSettings } from './settings.ts';

type ReportSettings = Pick<RunSettings, 'report' | 'out'>;

/** `poolproof report`: views of an old run. */
export function reportCommand(program: Command, exit: (status: number) => void): void {
  const command = program
    .command('report')
    .argument('<record>', 'the record.jsonl of a run')
    .description('make the reports of an old run again');
  const { report: reports, out } = runDefinitions;
  const definitions = {
    report: reports,
    out: { ...out, says: 'where the reports go (default: beside the record)', fallback: '' },
  };
  addOptions<ReportSettings>(command, definitions);
  command.action((path: string, flags: Record<string, unknown>) => {
    const settings = readSettings<ReportSettings>(definitions, flags);
    report(readRecord(path), { ...settings, out: settings.out === '' ? dirname(path) : settings.out });
    exit(0);
  });
}
