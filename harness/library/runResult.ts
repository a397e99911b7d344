import type { Report } from '../../reports/buildReport.ts';
import type { Finding, RunRecord } from '../record/record.ts';

/** What `run` resolves to. */
export interface RunResult {
  /**
   * passed, failed: what the gate decides. incomplete: the target was lost or some cases could not be judged, and `problem` says
   * why. aborted: by the signal.
   */
  readonly outcome: 'passed' | 'failed' | 'incomplete' | 'aborted';
  /** A sentence on what was incomplete; undefined where nothing was. */
  readonly problem: string | undefined;
  /** The deviations, worst first, deduplicated and with their smallest requests. */
  readonly findings: readonly Finding[];
  /** The figures of the run: the content of report.json, with scripts that reproduce each finding. */
  readonly figures: Report;
  /** Every case with request, answer and verdict. In memory, or where `out` was given read from its file at each pass. */
  readonly record: RunRecord;
  /** Sentences that the command line prints to standard error. */
  readonly warnings: readonly string[];
}
