import type { RunRecord } from '../../harness/record/record.ts';
import type { RecordFile, TargetFacts } from './board.ts';

/** A target and the outcome of its run, from which its row is made. */
export type BoardEntry = { readonly facts: TargetFacts } & (
  | { readonly kind: 'tested'; readonly record: RunRecord; readonly file: RecordFile }
  | { readonly kind: 'not-tested'; readonly reason: string }
);
