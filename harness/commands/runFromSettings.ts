import { patienceFor, patienceSentence } from '../execute/giveUp.ts';
import { isLeftBehind } from '../figures/leftBehind.ts';
import type { Lane } from '../plan/plan.ts';
import { lanesOfShard } from '../plan/shardOf.ts';
import type { RunRecord } from '../record/record.ts';
import { completeRun, type RunProblem } from '../session/completeRun.ts';
import { forecastLanes } from '../session/forecastLanes.ts';
import { lanesOfCorpus } from '../session/lanesOfCorpus.ts';
import { openGate } from '../session/openGate.ts';
import { openOutFolder } from '../session/outFolder.ts';
import { planLanes } from '../session/planLanes.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { readSettings } from '../settings/settings.ts';
import { announce, callerFor } from './announce.ts';
import { tellGitHub } from './githubLines.ts';
import { interruption } from './interruption.ts';
import { judgeRecord } from './judgeRecord.ts';
import { printError, printResult } from './print.ts';
import { printReports } from './printReports.ts';
import { progressLine } from './progressLine.ts';
import { compareWithRecording, lanesOfRecording, recordingFor, settingsOfRecording } from './recording.ts';
import { spareMemory } from './spareMemory.ts';

/** Runs as the settings of `poolproof run` say, which were read from its flags, and returns the exit status. */
export async function runFromSettings(given: RunSettings, flags: Readonly<Record<string, unknown>>): Promise<number> {
  if (given.target.endsWith('.jsonl')) return judgeExistingRecord(given, flags);
  const recording = recordingFor(given);
  const planned = recording === undefined ? given : settingsOfRecording(recording, given);
  const caller = await callerFor(planned.target, explicitRegion(flags));
  const settings = caller === undefined ? planned : { ...planned, region: caller.region };
  const { lanes: allLanes, fuzzScale } = settings.dryRun
    ? forecastLanes(settings)
    : { lanes: planLanes(settings), fuzzScale: 1 };
  const chosen =
    recording === undefined ? [...lanesOfCorpus(settings), ...allLanes] : lanesOfRecording(recording, allLanes);
  const lanes = lanesOfShard(chosen, settings.shard);
  announce(settings, lanes, caller, fuzzScale);
  if (settings.dryRun) return 0;
  const status = await runAndReport(settings, lanes);
  if (recording === undefined || status > 1) return status;
  const leftOut = countCases(allLanes) - countCases(chosen);
  return Math.max(status, compareWithRecording(recording, settings, given, leftOut));
}

function countCases(lanes: readonly Lane[]): number {
  return lanes.reduce((sum, { cases }) => sum + cases.length, 0);
}

// Offline: the answers are those of the record, judged by the current oracle.
function judgeExistingRecord(settings: RunSettings, flags: Readonly<Record<string, unknown>>): number {
  const basis = { ...runDefinitions.basis, fallback: undefined };
  const { record, out, summary } = judgeRecord(settings, readSettings({ ...runDefinitions, basis }, flags).basis);
  printReports(record, { ...settings, out });
  printResult(`\n${summary}`);
  return record.gate?.passed === true ? 0 : 1;
}

// On AWS the Region of the SDK's variables and profile comes before our default.
function explicitRegion(flags: Readonly<Record<string, unknown>>): string | undefined {
  const region = { ...runDefinitions.region, fallback: undefined };
  return readSettings({ ...runDefinitions, region }, flags).region;
}

async function runAndReport(settings: RunSettings, lanes: readonly Lane[]): Promise<number> {
  const gate = openGate(settings, printError);
  const { keeper, release } = openOutFolder(settings.out);
  if (!settings.quiet) printError(patienceSentence(patienceFor(settings.timeout), settings.timeout));
  const stop = interruption();
  const progress = progressLine(!settings.quiet);
  const warn = (text: string) => {
    progress.clear();
    printError(text);
  };
  const finish = () => {
    progress.clear();
    spareMemory();
    return keeper.finish();
  };
  try {
    const means = { lanes, keeper: { ...keeper, finish }, gate, stop, warn, progress: progress.show };
    const { record, problem, lastWords } = await completeRun(settings, means);
    const interrupted = stop.reason();
    if (interrupted === null && problem !== undefined && problem.code !== 'left-behind') {
      printError(`error[${problem.code}]: ${problem.says}`);
    }
    printReports(record, settings);
    tellGitHub(record);
    if (lastWords !== '') printError(lastWords);
    return statusOf(problem, interrupted, record) ?? (record.gate?.passed === true ? 0 : 1);
  } finally {
    progress.clear();
    stop.release();
    release();
  }
}

/** The exit status of a run that was interrupted or failed; undefined where the gate decides. */
function statusOf(
  problem: RunProblem | undefined,
  interrupted: string | null,
  { footer }: RunRecord,
): number | undefined {
  if (isLeftBehind(footer)) return 3;
  if (interrupted !== null) return 130;
  return problem === undefined ? undefined : 3;
}
