import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { newestEdition } from '../../specs/editions/index.ts';
import { readRecord } from '../record/recordFile.ts';
import { UserError } from '../userError.ts';
import { version as toolVersion } from '../version.ts';
import type { BoardSettings } from './boardSettings.ts';
import type { PreparedTarget } from './prepareTarget.ts';
import { runProgram } from './runProgram.ts';
import { readyTimeout, targetPlaceOf } from './targetPlace.ts';
import { withoutPlaces } from './withoutPlaces.ts';

/** What a run of a target led to: a record, or the reason why there is none. */
export type TargetRun =
  | { readonly kind: 'recorded'; readonly record: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** What the run of a target takes of the settings of a board. */
export type TargetRunSettings = Pick<BoardSettings, 'seed' | 'phases' | 'cases' | 'runTimeout' | 'work' | 'watch'>;

const main = join(import.meta.dirname, '..', 'main.cjs');

/**
 * Runs the command of poolproof on a target in a process of its own. The record is in the work folder, in a folder named after
 * the target; a finished one of the same cases and version is used again.
 */
export async function runTarget(
  prepared: Extract<PreparedTarget, { readonly kind: 'ready' }>,
  settings: TargetRunSettings,
): Promise<TargetRun> {
  const { name } = prepared.target;
  const out = join(settings.work, name);
  const record = join(out, 'record.jsonl');
  if (isFinished(record, prepared, settings)) return { kind: 'recorded', record };
  rmSync(out, { recursive: true, force: true });
  const data = join(out, 'data');
  mkdirSync(data, { recursive: true });
  const args = [main, 'run', ...(await targetArguments(prepared, data)), ...caseArguments(prepared, settings, out)];
  const { runTimeout, watch } = settings;
  const started = performance.now();
  const { status, stderr } = await runProgram(process.execPath, args, { timeout: runTimeout, ...(watch && { watch }) });
  if ((status === 0 || status === 1) && existsSync(record)) return { kind: 'recorded', record };
  const isLate = performance.now() - started >= runTimeout;
  const late = `its run did not finish within ${Math.round(runTimeout / 60_000)} min`;
  return { kind: 'failed', reason: isLate ? late : failure(stderr) };
}

/** Whether a record is that of a whole run with the same cases on the same version. */
function isFinished(
  path: string,
  { version }: Extract<PreparedTarget, { readonly kind: 'ready' }>,
  { seed, phases, cases }: TargetRunSettings,
): boolean {
  if (!existsSync(path)) return false;
  try {
    const { header, footer } = readRecord(path);
    const isSame = header.seed === seed && header.cases === cases && header.phases.join() === phases.join();
    const isOfThisTool = header.tool.version === toolVersion && header.edition === newestEdition.date;
    // A run that was ended by hand is used with a note: after its last case only the findings are made small.
    const isUsable = footer.interrupted === null || footer.phases.length === phases.length;
    return isSame && isOfThisTool && isUsable && (version === null || header.target.version === version);
  } catch (error) {
    // A torn record is that of a run that did not finish.
    if (error instanceof UserError) return false;
    throw error;
  }
}

async function targetArguments(
  prepared: Extract<PreparedTarget, { readonly kind: 'ready' }>,
  data: string,
): Promise<readonly string[]> {
  const { target, version } = prepared;
  const named = ['--target-name', target.name, ...(version === null ? [] : ['--target-version', version])];
  const { endpoint = 'mock', command } = await targetPlaceOf(prepared, data);
  if (command === undefined) return ['--target', endpoint, ...named];
  return ['--target', endpoint, ...named, '--start', command, '--ready-timeout', String(readyTimeout)];
}

function caseArguments(
  { target }: Extract<PreparedTarget, { readonly kind: 'ready' }>,
  { seed, phases, cases }: TargetRunSettings,
  out: string,
): readonly string[] {
  return [
    ...['--seed', String(seed), '--phases', phases.join(','), '--cases', String(cases)],
    // Several emulators share the machine, so one may be slow to answer.
    ...['--timeout', '60000', '--report', 'json', '--quiet', '--out', out],
    // Last, so that a target may have it otherwise.
    ...(target.options ?? []),
  ];
}

function failure(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const said = lines.find((line) => line.startsWith('error[')) ?? lines.at(-1) ?? 'the run printed no error';
  return withoutPlaces(said.replace(/^error\[[^\]]*\]: /, '')).slice(0, 300);
}
