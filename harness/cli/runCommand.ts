import { join } from 'node:path';
import type { Command } from 'commander';
import type { GenerationScene } from '../../generators/index.ts';
import { gateOf, reporters } from '../../reports/index.ts';
import { contractOf } from '../../specs/contract.ts';
import { membersOf } from '../../specs/member.ts';
import type { RunRecord } from '../record.ts';
import { type Lane, plan } from '../run/plan.ts';
import { RecordWriter, readRecord, writeWhole } from '../run/recordFile.ts';
import { type RunResult, run } from '../run/run.ts';
import { openTarget } from '../targets/target.ts';
import { UserError } from '../userError.ts';
import { interruption } from './interruption.ts';
import { didYouMean } from './nearest.ts';
import { printError, printResult, wantsColor } from './print.ts';
import { progressLine } from './progressLine.ts';
import { type RunSettings, runDefinitions } from './runSettings.ts';
import { addOptions, readSettings } from './settings.ts';

/** `poolproof run`: the main job. */
export function runCommand(program: Command, exit: (status: number) => void): void {
  const command = program
    .command('run')
    .description('derive requests from the contract, send them, judge, record and report');
  addOptions(command, runDefinitions);
  command.action(async (flags: Record<string, unknown>) => exit(await runWith(readSettings(runDefinitions, flags))));
}

async function runWith(settings: RunSettings): Promise<number> {
  const contract = contractOf(settings.edition, settings.basis);
  const lanes = lanesFor(settings);
  const target = openTarget(settings, contract);
  const path = join(settings.out, 'record.jsonl');
  const record = new RecordWriter(path);
  const stop = interruption();
  const progress = progressLine(!settings.quiet);
  try {
    const result = await run({
      ...settings,
      contract,
      lanes,
      record,
      target: target.identity,
      transport: target.transport,
      interrupted: stop.reason,
      progress: progress.show,
    });
    record.close();
    progress.clear();
    const written = readRecord(path);
    report(written, settings);
    return statusOf(result, stop.reason()) ?? (gateOf(written, settings.strict).passed ? 0 : 1);
  } finally {
    progress.clear();
    stop.release();
    target.transport.close();
  }
}

/** The plan of a run; a filter that matches nothing is a mistake and not an empty success. */
export function lanesFor(
  settings: Pick<RunSettings, 'edition' | 'basis' | 'region' | 'phases' | 'seed' | 'cases' | 'only'>,
): readonly Lane[] {
  const { edition, basis, region, phases, seed, cases, only } = settings;
  const contract = contractOf(edition, basis);
  const scene: GenerationScene = { edition: contract.edition, basis, region, account: '123456789012' };
  const lanes = plan({ scene, phases, seed, cases, ...(only === undefined ? {} : { only }) });
  if (lanes.length > 0) return lanes;
  const known = [...contract.byId.keys(), ...membersOf(contract.edition.input).map(({ path }) => path)];
  const hint =
    only === undefined
      ? 'Choose other phases, or more cases.'
      : `Run "poolproof contract list" for every clause.${didYouMean(only, known)}`;
  throw new UserError(
    'nothing-to-run',
    only === undefined ? 'No case is planned.' : `No case is about "${only}" in edition ${edition}.`,
    hint,
  );
}

/** Prints the terminal report and writes the others into the out folder. */
export function report(
  record: RunRecord,
  { report, strict, out }: Pick<RunSettings, 'report' | 'strict' | 'out'>,
): void {
  const names = report.flatMap((name) => reporters[name].fileName ?? []);
  const files = ['record.jsonl', ...names].map((name) => join(out, name));
  for (const name of report) {
    const { fileName, render } = reporters[name];
    const text = render(record, {
      color: fileName === null && wantsColor(),
      width: process.stdout.columns ?? 80,
      strict,
      files,
    });
    if (fileName === null) printResult(text);
    else writeWhole(join(out, fileName), text);
  }
}

/** The exit status of a run that did not come to its end in order; undefined where the gate decides. */
function statusOf({ footer, errored }: RunResult, interrupted: string | null): number | undefined {
  if (interrupted !== null) return 130;
  const [first] = errored;
  if (first !== undefined && first.verdict.kind === 'errored') {
    printError(
      `error[errored-cases]: ${errored.length} cases could not be judged, the first is ${first.case.id}: ${first.verdict.why}`,
    );
    return 3;
  }
  if (footer.interrupted === null) return undefined;
  printError(`error[lost-target]: The run could not be completed: ${footer.interrupted}.`);
  return 3;
}
