import type { Phase } from '../../generators/cases/case.ts';
import type { Lane } from '../plan/plan.ts';
import type { Shard, TargetIdentity } from '../record/record.ts';
import type { RecordWriter } from '../record/recordFile.ts';
import type { CaseSetting } from './runUpdate.ts';

/** All that a run needs to be told. */
export interface RunSetting extends Omit<CaseSetting, 'missing'> {
  readonly target: TargetIdentity;
  readonly seed: number;
  readonly phases: readonly Phase[];
  /** Fuzz cases and filter that the lanes were planned with. */
  readonly cases?: number;
  readonly only?: string | undefined;
  /** What else they came from: a burst of so many updates, a folder of kept requests. */
  readonly burst?: number;
  readonly corpus?: string | undefined;
  /** Which pools and fixtures are met, in the words of the command line. */
  readonly told?: readonly string[];
  /** Which part of the planned lanes these are. Absent or null: all of them. */
  readonly shard?: Shard | null;
  readonly lanes: readonly Lane[];
  readonly concurrency: number;
  readonly failFast: boolean;
  /** Whether the text of an error counts too. Absent: it does not. */
  readonly messages?: boolean;
  /** False leaves findings as they were found, which saves many requests. Absent: they are made small. */
  readonly shrinks?: boolean;
  readonly record: Pick<RecordWriter, 'write'>;
  /** Resolves the question "should the run end now" with a reason. */
  readonly interrupted: () => string | null;
  readonly progress: (event: Progress) => void;
}

export type Progress =
  | { readonly kind: 'planned'; readonly cases: number; readonly lanes: number }
  | {
      readonly kind: 'case';
      readonly done: number;
      readonly of: number;
      readonly phase: Phase;
      readonly findings: number;
    }
  | { readonly kind: 'shrinking'; readonly done: number; readonly of: number };
