import { needsFactors } from '../plan/needsFactors.ts';
import type { Finding, RecordFooter } from '../record/record.ts';
import { recordHeader } from '../record/recordHeader.ts';
import { smallestFindings } from '../shrink/shrinkFindings.ts';
import { inParallel } from './mapConcurrently.ts';
import { probe } from './probeTarget.ts';
import { RunProgress } from './runProgress.ts';
import type { RunSetting } from './runSetting.ts';
import type { CaseOutcome } from './runUpdate.ts';

/** What a run came to, beyond what the record holds. */
export interface RunResult {
  /** Why cases were left out, though nothing was wrong; or null. */
  readonly budget: string | null;
  readonly findings: readonly Finding[];
  readonly footer: RecordFooter;
  /** Cases that failed through a fault of ours or of the set-up. */
  readonly errored: readonly CaseOutcome[];
}

/**
 * Runs a plan against a target: lanes side by side, then the findings made small side by side, then the footer.
 * Throws a UserError where the target cannot be reached or gives no pool at all.
 */
export async function run(setting: RunSetting): Promise<RunResult> {
  const started = performance.now();
  const { transport, record } = setting;
  record.write(recordHeader(setting));
  const probed = await probe(setting, setting.target, needsFactors(setting.lanes));
  record.write(probed.line);
  const course = new RunProgress(setting, probed);
  await inParallel(setting.lanes, setting.concurrency, (lane) => course.lane(lane));
  course.skipTheRest();
  const findings = await smallestFindings(setting, course);
  for (const finding of findings) record.write(finding);
  const footer: RecordFooter = {
    line: 'footer',
    cases: course.done,
    findings: findings.length,
    requests: transport.sent(),
    durationMs: Math.round(performance.now() - started),
    phases: course.durations(),
    interrupted: setting.interrupted() ?? course.trouble,
    ...(setting.failFast && findings.length > 0 ? { failedFast: true } : {}),
  };
  record.write(footer);
  return { findings, footer, errored: course.errored, budget: course.budget };
}
