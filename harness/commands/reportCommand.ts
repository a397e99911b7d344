import { dirname } from 'node:path';
import type { Command } from 'commander';
import { issueSubject } from '../../reports/index.ts';
import { didYouMean } from '../../specs/nearest.ts';
import { isIncomplete } from '../figures/gate.ts';
import { summaryOf } from '../figures/summary.ts';
import type { RunRecord } from '../record/record.ts';
import { readRecord } from '../record/recordFile.ts';
import { openGate } from '../session/openGate.ts';
import type { Definitions } from '../settings/definition.ts';
import { gateDefinitions } from '../settings/gateSettings.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { addOptions, readSettings } from '../settings/settings.ts';
import { UserError } from '../userError.ts';
import { printError } from './print.ts';
import { printReports } from './printReports.ts';

interface ReportSettings extends Pick<RunSettings, 'report' | 'out'> {
  readonly finding: string | undefined;
}

const definitions: Definitions<ReportSettings> = {
  report: runDefinitions.report,
  out: { ...runDefinitions.out, description: 'where the reports go (default: beside the record)', fallback: '' },
  finding: {
    argument: '<id>',
    description: 'the finding or cause that --report issue is about (default: the most harmful cause)',
    read: (text) => ({ value: text }),
    fallback: undefined,
  },
};

/** `poolproof report`: renders the reports of an earlier run, checked against a gate where one is given. */
export function reportCommand(program: Command, exit: (status: number) => void): void {
  const command = program
    .command('report')
    .argument('<record>', 'the record.jsonl of a run')
    .description('render the reports of an earlier run again; with a setting of the gate, check it against that gate');
  addOptions(command, { ...definitions, ...gateDefinitions });
  command.action((path: string, flags: Record<string, unknown>) => {
    const settings = readSettings({ ...definitions, ...gateDefinitions }, flags);
    const out = settings.out === '' ? dirname(path) : settings.out;
    const record = readRecord(path);
    requireSubject(record, settings.finding);
    if (!asksForGate(flags)) {
      printReports(record, { ...settings, out });
      return exit(0);
    }
    const gate = openGate(settings, printError)(record, !isIncomplete(record));
    const judged: RunRecord = { ...record, gate };
    printReports(judged, { ...settings, out });
    exit(isIncomplete(record) ? 3 : gate.passed ? 0 : 1);
  });
}

// An issue about nothing would be an empty success.
function requireSubject(record: RunRecord, id: string | undefined): void {
  if (id === undefined || issueSubject(record, id) !== undefined) return;
  const ids = [...record.findings.map((finding) => finding.id), ...summaryOf(record).causes.map((cause) => cause.id)];
  throw new UserError(
    'no-such-finding',
    `The record has no finding or cause "${id}".`,
    `Its findings are the lines with "line":"finding".${didYouMean(id, ids)}`,
  );
}

// Without any such setting the result of the run's own gate stays.
function asksForGate(flags: Readonly<Record<string, unknown>>): boolean {
  const withoutDefaults = Object.entries(gateDefinitions).map(([key, definition]) => [
    key,
    { ...definition, fallback: undefined },
  ]);
  return Object.values(readSettings<Record<string, unknown>>(Object.fromEntries(withoutDefaults), flags)).some(
    (value) => value !== undefined,
  );
}
