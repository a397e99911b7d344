import type { RunRecord } from '../../harness/record.ts';

/** Whether a run passes, and the findings that decide it. */
export interface Gate {
  readonly passed: boolean;
  /** The baseline file that was compared with, or null. */
  readonly baseline: string | null;
  /** Ids of findings that the baseline does not know. */
  readonly new: readonly string[];
  readonly known: readonly string[];
  /** Ids that the baseline knows and the run no longer shows. */
  readonly fixed: readonly string[];
}

/** The gate of a run without a baseline: shut by a finding at level must, under `strict` by any finding. */
export function gateOf({ findings }: RunRecord, strict = false): Gate {
  return {
    passed: !findings.some(({ level }) => strict || level === 'must'),
    baseline: null,
    new: findings.map(({ id }) => id),
    known: [],
    fixed: [],
  };
}
