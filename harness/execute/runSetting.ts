import type { Phase } from '../../generators/cases/case.ts';
import type { Lane } from '../plan/plan.ts';
import type { LeftBehind, Shard, TargetConnection, TargetIdentity } from '../record/record.ts';
import type { RecordWriter } from '../record/recordFile.ts';
import type { Redact } from '../transport/redact.ts';
import type { CaseSetting } from './caseOutcome.ts';
import type { Patience } from './giveUp.ts';
import type { TimeLimit } from './timeLimit.ts';

/** Everything needed for a run. */
export interface RunSetting extends Omit<CaseSetting, 'missing'> {
  readonly target: TargetIdentity;
  readonly seed: number;
  readonly phases: readonly Phase[];
  /** Number of fuzz cases and filter used for planning. */
  readonly cases?: number;
  readonly only?: string | undefined;
  /** Whether only clauses that were seen on the live operation are judged. Absent: all are. */
  readonly confirmedOnly?: boolean;
  /** Size of the burst and corpus folder used for planning. */
  readonly burst?: number;
  readonly corpus?: string | undefined;
  /** How the target was started and reached. */
  readonly connection?: TargetConnection | undefined;
  /** Command-line options about existing pools and fixtures. */
  readonly poolOptions?: readonly string[];
  /** Which part of the planned lanes this is. Absent or null: all of them. */
  readonly shard?: Shard | null;
  readonly lanes: readonly Lane[];
  readonly concurrency: number;
  readonly failFast: boolean;
  /** Whether error messages are compared as well. Absent: they are not. */
  readonly messages?: boolean;
  /** False skips shrinking, which saves many requests. Absent: findings are shrunk. */
  readonly shrinks?: boolean;
  readonly record: Pick<RecordWriter, 'write'>;
  /** Takes what is secret out of the lines of the record. Absent: nothing is secret. */
  readonly redact?: Redact;
  /** Why the run must end now, or null. */
  readonly interrupted: () => string | null;
  /**
   * Aborted when the run is interrupted: requests that wait for an answer are abandoned by RunInterrupted, and whatever is
   * known by then is recorded. Absent: requests under way are waited for.
   */
  readonly signal?: AbortSignal;
  readonly progress: (event: Progress) => void;
  /** How long the run may take. Absent: as long as it takes. */
  readonly timeLimit?: TimeLimit | undefined;
  /** When to give up on a target that hangs or throttles. Absent: the limits for a timeout of ten seconds. */
  readonly patience?: Patience;
  /**
   * Deletes and restores pools after the last request of the run, and says what is left: the footer names it. Absent: the run
   * itself deletes its pools, also when it is interrupted.
   */
  readonly cleanUp?: () => Promise<LeftBehind>;
}

export type Progress =
  | { readonly kind: 'planned'; readonly cases: number; readonly lanes: number }
  | {
      readonly kind: 'case';
      readonly done: number;
      readonly of: number;
      readonly phase: Phase;
      /** Cases that deviate so far; how many findings they make is known when those of one cause are put together. */
      readonly deviating: number;
    }
  | { readonly kind: 'shrinking'; readonly done: number; readonly of: number };
