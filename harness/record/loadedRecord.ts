import type { RunRecord } from './record.ts';

/** A record with the file it is from. */
export interface LoadedRecord {
  readonly path: string;
  readonly record: RunRecord;
}
