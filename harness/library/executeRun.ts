import { join } from 'node:path';
import { buildReport, reporters } from '../../reports/index.ts';
import { type Contract, contractOf } from '../../specs/contract.ts';
import { callerIdentity } from '../aws/callerIdentity.ts';
import { saveToCorpus } from '../corpus/saveToCorpus.ts';
import { runPlan } from '../execute/runPlan.ts';
import { isLeftBehind, leftBehindSentence } from '../figures/leftBehind.ts';
import { worstFirst } from '../figures/worstFirst.ts';
import { lanesOfShard } from '../plan/shardOf.ts';
import type { RunRecord } from '../record/record.ts';
import { writeFileAtomically } from '../record/recordFile.ts';
import { lanesOfCorpus } from '../session/lanesOfCorpus.ts';
import { openGate } from '../session/openGate.ts';
import { openSession } from '../session/openSession.ts';
import { planLanes } from '../session/planLanes.ts';
import { poolOptionsOf } from '../session/poolOptionsOf.ts';
import { targetConnection } from '../session/targetConnection.ts';
import type { RunSettings } from '../settings/runSettings.ts';
import type { Target } from '../targets/target.ts';
import { directTransport } from '../transport/directTransport.ts';
import { keepInFolder, keepInMemory, type RecordKeeper } from './recordKeeper.ts';
import type { RunOptions } from './runOptions.ts';
import type { RunResult } from './runResult.ts';
import { runSettingsFrom } from './runSettingsFrom.ts';

/** `run` without its laziness: loads everything that a run needs. */
export async function executeRun(options: RunOptions): Promise<RunResult> {
  const { signal, onProgress, fetch, ...given } = options;
  const settings = await withRegionOfCaller(runSettingsFrom(given), given.region);
  const lanes = lanesOfShard([...lanesOfCorpus(settings), ...planLanes(settings)], settings.shard);
  const contract = contractOf(settings.edition, settings.basis);
  const warnings: string[] = [];
  const warn = (text: string) => void warnings.push(text);
  const gate = openGate(settings, warn);
  const stopped = () => signal?.aborted === true;
  const session = await openSession(settings, contract, {
    stop: { reason: () => (stopped() ? 'aborted' : null) },
    warn,
    ...(fetch === undefined ? {} : { open: openInProcess(fetch) }),
  });
  const keeper = given.out === undefined ? keepInMemory() : keepInFolder(settings.out);
  try {
    const result = await runPlan({
      ...settings,
      ...session,
      ...(signal === undefined ? {} : { signal }),
      contract,
      lanes,
      record: keeper,
      poolOptions: poolOptionsOf(settings),
      connection: targetConnection(settings),
      interrupted: () => (stopped() ? 'aborted' : null),
      progress: onProgress ?? (() => {}),
    });
    if (result.budget !== null) warn(`${result.budget} The remaining cases were skipped.`);
    const problem = incompleteness(result);
    const isComplete = problem === undefined && !stopped();
    const record = finishRecord(keeper, settings, (written) => gate(written, isComplete), warn);
    if (given.out !== undefined) writeReports(record, settings);
    const figures = buildReport(record);
    const outcome = stopped() ? 'aborted' : problem !== undefined ? 'incomplete' : gateOutcome(record);
    return { outcome, problem, findings: worstFirst(record.findings), figures, record, warnings };
  } finally {
    const words = session.lastWords();
    if (words !== '') warn(words);
    await session.close();
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
  });
}

function finishRecord(
  keeper: RecordKeeper,
  { corpus }: RunSettings,
  gate: (record: RunRecord) => NonNullable<RunRecord['gate']>,
  warn: (text: string) => void,
): RunRecord {
  const written = keeper.finish();
  const leftOut = corpus === undefined ? '' : saveToCorpus(corpus, written);
  if (leftOut !== '') warn(leftOut);
  return keeper.withGate(written, gate(written));
}

function gateOutcome({ gate }: RunRecord): 'passed' | 'failed' {
  return gate?.passed === true ? 'passed' : 'failed';
}

function incompleteness({ footer, errored }: Awaited<ReturnType<typeof runPlan>>): string | undefined {
  const [first] = errored;
  if (isLeftBehind(footer)) return leftBehindSentence(footer);
  if (first?.verdict.kind === 'errored') {
    return `${errored.length} cases could not be judged, the first is ${first.case.id}: ${first.verdict.why}`;
  }
  return footer.interrupted === null ? undefined : `The run could not be completed: ${footer.interrupted}.`;
}

function writeReports(record: RunRecord, { report, out }: RunSettings): void {
  for (const name of report) {
    const { fileName, render } = reporters[name];
    if (fileName !== null)
      writeFileAtomically(join(out, fileName), render(record, { color: false, width: 80, files: [] }));
  }
}
