import type { Command } from 'commander';
import { asSentence } from '../../specs/asSentence.ts';
import { contractOf } from '../../specs/contract.ts';
import type { JsonValue } from '../../specs/json.ts';
import { runPlan } from '../execute/runPlan.ts';
import { isLeftBehind, leftBehindSentence } from '../figures/leftBehind.ts';
import { inputJson } from '../inputFile.ts';
import type { PoolSettings } from '../preflight/poolSettings.ts';
import { preflightLanes } from '../preflight/preflightLanes.ts';
import { preflightReport } from '../preflight/preflightReport.ts';
import { preflightText } from '../preflight/preflightText.ts';
import { readPoolSettings } from '../preflight/readPoolSettings.ts';
import type { RunRecord } from '../record/record.ts';
import { readRecord } from '../record/recordFile.ts';
import { recordInMemory } from '../record/recordInMemory.ts';
import type { SessionSettings } from '../session/openSession.ts';
import { planLanes } from '../session/planLanes.ts';
import type { Definitions } from '../settings/definition.ts';
import type { RunSettings } from '../settings/runSettings.ts';
import { addOptions, readSettings } from '../settings/settings.ts';
import { RunInterrupted } from '../transport/abortableTransport.ts';
import { UserError } from '../userError.ts';
import { printError, printResult } from './print.ts';
import { sessionDefinitions } from './sessionDefinitions.ts';
import { withSession } from './withSession.ts';

type PreflightSettings = SessionSettings & Pick<RunSettings, 'edition' | 'basis'>;

const { target } = sessionDefinitions;

const definitions: Definitions<PreflightSettings> = {
  ...sessionDefinitions,
  target: { ...target, description: `${target.description}; a record is read instead of a run` },
};

/** `poolproof preflight`: what a target does to the settings of a given user pool. */
export function preflightCommand(program: Command, exit: (status: number) => void): void {
  const command = program
    .command('preflight')
    .argument(
      '<pool>',
      'JSON file: a DescribeUserPool answer, a CloudFormation template or resource, or an update request',
    )
    .description(
      'will this pool work on that target? status 1 if the target refuses, ignores or loses any of its settings',
    )
    .option('--json', 'print the report as JSON');
  addOptions(command, definitions);
  command.action(async (path: string, { json, ...flags }: Record<string, unknown>) =>
    exit(await runPreflight(path, readSettings(definitions, flags), json === true)),
  );
}

async function runPreflight(path: string, settings: PreflightSettings, json: boolean): Promise<number> {
  const pool = readPoolSettings(jsonFile(path), contractOf(settings.edition, settings.basis).edition, path);
  const record = settings.target.endsWith('.jsonl') ? readRecord(settings.target) : await quickRun(pool, settings);
  const report = preflightReport(pool, record);
  printResult(json ? JSON.stringify(report, undefined, 2) : preflightText(report));
  return report.effects.length > 0 || report.ownRequest?.worked === false ? 1 : 0;
}

function jsonFile(path: string): JsonValue {
  const file = inputJson(path);
  if ('value' in file) return file.value;
  const hint = 'Give a JSON file. A template in YAML can be converted first.';
  throw new UserError('wrong-pool', asSentence(`"${path}" ${file.problem}`), hint);
}

async function quickRun(pool: PoolSettings, settings: PreflightSettings): Promise<RunRecord> {
  const contract = contractOf(settings.edition, settings.basis);
  const planned = planLanes({ ...settings, phases: ['examples'], seed: 0, cases: 0, only: undefined });
  const { writer, record } = recordInMemory();
  const lastWords = await withSession(settings, contract, async (session, stop) => {
    await runPlan({
      ...settings,
      ...session,
      contract,
      seed: 0,
      phases: ['examples'],
      lanes: preflightLanes(pool, planned, contract),
      failFast: false,
      record: writer,
      interrupted: stop.reason,
      signal: stop.signal,
      progress: () => {},
    });
    if (stop.reason() !== null) throw new RunInterrupted();
    return session.lastWords();
  });
  const finished = record();
  if (isLeftBehind(finished.footer)) {
    throw new UserError('left-behind', leftBehindSentence(finished.footer), 'Put that in order and run it again.', 3);
  }
  if (finished.footer.interrupted === null) return finished;
  if (lastWords !== '') printError(lastWords);
  throw new UserError(
    'lost-target',
    `The run could not be completed: ${finished.footer.interrupted}.`,
    'Run it again.',
    3,
  );
}
