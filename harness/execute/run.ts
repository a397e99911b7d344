import { needsMfaOperation } from '../plan/needsMfaOperation.ts';
import type { Finding, RecordFooter } from '../record/record.ts';
import { recordHeader } from '../record/recordHeader.ts';
import { shrinkFindings } from '../shrink/shrinkFindings.ts';
import { abortableTransport, RunInterrupted } from '../transport/abortableTransport.ts';
import type { CaseOutcome } from './caseOutcome.ts';
import { mapConcurrently } from './mapConcurrently.ts';
import { type ProbeResult, probeTarget } from './probeTarget.ts';
import { RunProgress } from './runProgress.ts';
import type { RunSetting } from './runSetting.ts';

/** The result of a run beyond what the record holds. */
export interface RunResult {
  /** Why cases were left out although nothing failed; or null. */
  readonly budget: string | null;
  readonly findings: readonly Finding[];
  readonly footer: RecordFooter;
  /** Cases that failed because of a fault in poolproof or the set-up. */
  readonly errored: readonly CaseOutcome[];
}

/**
 * Runs a plan against a target: lanes concurrently, then shrinking of the findings, then the footer. An interrupted run ends
 * with what is known by then.
 * Throws a UserError if the target cannot be reached or creates no pool.
 */
export async function run(setting: RunSetting): Promise<RunResult> {
  const started = performance.now();
  const { record, signal, transport } = setting;
  record.write(recordHeader(setting));
  const abortable = signal === undefined ? setting : { ...setting, transport: abortableTransport(transport, signal) };
  const probed = await probeUnlessInterrupted(abortable);
  const progress = probed === undefined ? undefined : await runLanes(abortable, probed);
  const findings = progress === undefined ? [] : await shrinkFindings(abortable, progress);
  for (const finding of findings) record.write(finding);
  const footer: RecordFooter = {
    line: 'footer',
    cases: progress?.done ?? 0,
    findings: findings.length,
    requests: transport.sent(),
    durationMs: Math.round(performance.now() - started),
    phases: progress?.durations() ?? [],
    interrupted: setting.interrupted() ?? progress?.stopReason ?? null,
    ...(setting.failFast && findings.length > 0 ? { failedFast: true } : {}),
  };
  record.write(footer);
  return { findings, footer, errored: progress?.errored ?? [], budget: progress?.budget ?? null };
}

async function probeUnlessInterrupted(setting: RunSetting): Promise<ProbeResult | undefined> {
  try {
    return await probeTarget(setting, setting.target, needsMfaOperation(setting.lanes));
  } catch (error) {
    if (error instanceof RunInterrupted) return undefined;
    throw error;
  }
}

async function runLanes(setting: RunSetting, probed: ProbeResult): Promise<RunProgress> {
  setting.record.write(probed.line);
  const progress = new RunProgress(setting, probed);
  await mapConcurrently(setting.lanes, setting.concurrency, (lane) => progress.runLane(lane));
  progress.skipRemaining();
  return progress;
}
