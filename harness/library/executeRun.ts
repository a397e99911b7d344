import { join } from 'node:path';
import { buildReport, reporters } from '../../reports/index.ts';
import type { Contract } from '../../specs/contract.ts';
import { callerIdentity } from '../aws/callerIdentity.ts';
import { worstFirst } from '../figures/worstFirst.ts';
import { lanesOfShard } from '../plan/shardOf.ts';
import type { RunRecord } from '../record/record.ts';
import { writeFileAtomically } from '../record/recordFile.ts';
import { completeRun } from '../session/completeRun.ts';
import { lanesOfCorpus } from '../session/lanesOfCorpus.ts';
import { openGate } from '../session/openGate.ts';
import { openOutFolder } from '../session/outFolder.ts';
import { planLanes } from '../session/planLanes.ts';
import { keepInMemory } from '../session/recordKeeper.ts';
import type { RunSettings } from '../settings/runSettings.ts';
import type { Target } from '../targets/target.ts';
import { directTransport } from '../transport/directTransport.ts';
import { keepText } from '../transport/redact.ts';
import { errorInOptionWords, inOptionWords } from './inOptionWords.ts';
import type { RunOptions } from './runOptions.ts';
import type { RunResult } from './runResult.ts';
import { checkRunOptions, runSettingsFrom } from './runSettingsFrom.ts';

/** `run` without its laziness: loads everything that a run needs. Messages name options, not flags. */
export async function executeRun(options: RunOptions): Promise<RunResult> {
  try {
    const result = await executeChecked(options);
    return { ...result, problem: result.problem && inOptionWords(result.problem) };
  } catch (error) {
    throw errorInOptionWords(error);
  }
}

async function executeChecked(options: RunOptions): Promise<RunResult> {
  checkRunOptions(options);
  const { signal, onProgress, fetch, ...given } = options;
  const settings = await withRegionOfCaller(runSettingsFrom(given), given.region);
  const lanes = lanesOfShard([...lanesOfCorpus(settings), ...planLanes(settings)], settings.shard);
  const warnings: string[] = [];
  const warn = (text: string) => void warnings.push(inOptionWords(text));
  const gate = openGate(settings, warn);
  const isStopped = () => signal?.aborted === true;
  const folder = given.out === undefined ? undefined : openOutFolder(settings.out);
  try {
    const { record, problem, lastWords } = await completeRun(settings, {
      lanes,
      keeper: folder?.keeper ?? keepInMemory(),
      gate,
      stop: { reason: () => (isStopped() ? 'aborted' : null), signal },
      warn,
      progress: onProgress ?? (() => {}),
      listsPools: folder !== undefined,
      ...(fetch === undefined ? {} : { open: openInProcess(fetch) }),
    });
    if (lastWords !== '') warn(lastWords);
    if (folder !== undefined) writeReports(record, settings);
    const outcome = isStopped() ? 'aborted' : problem !== undefined ? 'incomplete' : gateOutcome(record);
    const findings = worstFirst(record.findings);
    return { outcome, problem: problem?.says, findings, figures: buildReport(record), record, warnings };
  } finally {
    folder?.release();
  }
}

async function withRegionOfCaller(settings: RunSettings, region: string | undefined): Promise<RunSettings> {
  if (settings.target !== 'aws') return settings;
  const caller = await callerIdentity(region);
  return { ...settings, region: caller.region };
}

function openInProcess(fetch: NonNullable<RunOptions['fetch']>) {
  return async ({ timeout }: { readonly timeout: number }, _contract: Contract): Promise<Target> => ({
    identity: { id: 'in-process', kind: 'endpoint', endpoint: null },
    transport: directTransport(fetch, timeout),
    redact: keepText,
  });
}

function gateOutcome({ gate }: RunRecord): 'passed' | 'failed' {
  return gate?.passed === true ? 'passed' : 'failed';
}

function writeReports(record: RunRecord, { report, out }: RunSettings): void {
  for (const name of report) {
    const { fileName, render } = reporters[name];
    if (fileName !== null)
      writeFileAtomically(join(out, fileName), render(record, { color: false, width: 80, files: [] }));
  }
}
