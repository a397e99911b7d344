import { isConfirmed } from '../../specs/isConfirmed.ts';
import { needsMfaOperation } from '../plan/needsMfaOperation.ts';
import type { Finding, RecordFooter } from '../record/record.ts';
import { recordHeader } from '../record/recordHeader.ts';
import { redactedLine } from '../record/redactedLine.ts';
import { shrinkFindings } from '../shrink/shrinkFindings.ts';
import { abortableTransport, RunInterrupted } from '../transport/abortableTransport.ts';
import { countedTransport, requestsFor } from '../transport/countedTransport.ts';
import { patientTransport } from '../transport/patientTransport.ts';
import { keepText } from '../transport/redact.ts';
import type { CaseOutcome } from './caseOutcome.ts';
import { GivenIds } from './givenIds.ts';
import { GiveUp, patienceFor, watchedTransport } from './giveUp.ts';
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
  /** Cases that failed because of a defect of poolproof or the set-up. */
  readonly errored: readonly CaseOutcome[];
}

/**
 * Runs a plan against a target: lanes concurrently, then shrinking of the findings, then the footer. A run that is interrupted,
 * or whose target is given up, ends with what is known by then.
 * Throws a UserError if the target cannot be reached or creates no pool.
 */
export async function runPlan(given: RunSetting): Promise<RunResult> {
  const started = performance.now();
  const setting = withoutSecrets(given);
  const { record, transport } = setting;
  record.write(recordHeader(setting));
  const giveUp = new GiveUp(setting.patience ?? patienceFor(defaultTimeout));
  const unlabelled = guardedSetting(setting, giveUp);
  const counted = countedTransport(unlabelled.transport);
  const guarded = { ...unlabelled, transport: counted.transport, givenIds: new GivenIds() };
  const probed = await probeUnlessInterrupted(guarded);
  const progress = probed === undefined ? undefined : await runLanes(guarded, probed, giveUp);
  const findings = progress === undefined ? [] : (await shrinkFindings(guarded, progress)).filter(isJudged(setting));
  await progress?.removeSpares();
  for (const finding of findings) record.write(finding);
  const interrupted = setting.interrupted() ?? progress?.reasonToStop() ?? giveUp.reason();
  const leftBehind = await setting.cleanUp?.();
  const footer: RecordFooter = {
    line: 'footer',
    cases: progress?.done ?? 0,
    findings: findings.length,
    requests: transport.sent(),
    requestsBy: counted.counts(),
    durationMs: Math.round(performance.now() - started),
    phases: progress?.durations() ?? [],
    interrupted,
    ...(setting.failFast && findings.length > 0 ? { failedFast: true } : {}),
    ...progress?.outsideFilter(),
    ...leftBehind,
  };
  record.write(footer);
  return { findings, footer, errored: progress?.errored ?? [], budget: progress?.spent() ?? null };
}

// The one place where answers leave a run: everything before it sees them as they came.
function withoutSecrets(setting: RunSetting): RunSetting {
  const { record, redact } = setting;
  if (redact === undefined || redact === keepText) return setting;
  return { ...setting, record: { write: (line) => record.write(redactedLine(line, redact)) } };
}

// Shrinking may attribute a finding to another clause.
function isJudged({ contract, confirmedOnly = false }: RunSetting): (finding: Finding) => boolean {
  return ({ clause }) => !confirmedOnly || isConfirmed(contract, clause);
}

const defaultTimeout = 10_000;

/** The setting with a transport that is abandoned by an interruption, or once the target is given up. */
function guardedSetting(setting: RunSetting, giveUp: GiveUp): RunSetting {
  const { transport, signal, cleanUp, timeLimit } = setting;
  const either = signal === undefined ? giveUp.signal : AbortSignal.any([signal, giveUp.signal]);
  const abandonsRemovals = cleanUp !== undefined;
  // A run that has to be over by then has no time for longer waits.
  const patient = timeLimit === undefined ? patientTransport(transport) : transport;
  const abortable = abortableTransport(watchedTransport(patient, giveUp), either, { abandonsRemovals });
  return {
    ...setting,
    signal: either,
    transport: timeLimit?.guard(abortable) ?? abortable,
  };
}

async function probeUnlessInterrupted(setting: RunSetting): Promise<ProbeResult | undefined> {
  try {
    const transport = requestsFor(setting.transport, 'probing');
    return await probeTarget({ ...setting, transport }, setting.target, needsMfaOperation(setting.lanes));
  } catch (error) {
    if (error instanceof RunInterrupted) return undefined;
    throw error;
  }
}

async function runLanes(setting: RunSetting, probed: ProbeResult, giveUp: GiveUp): Promise<RunProgress> {
  setting.record.write(probed.line);
  const progress = new RunProgress(setting, probed, giveUp);
  await mapConcurrently(setting.lanes, setting.concurrency, (lane) => progress.runLane(lane));
  progress.skipRemaining();
  return progress;
}
