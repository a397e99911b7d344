import type { RunRecord } from '../record/record.ts';

/** The version of a record's target: as given to the run or found by it, else what the server calls itself, else "unknown". */
export function targetVersion({ header, probe }: Pick<RunRecord, 'header' | 'probe'>): string {
  return header.target.version ?? probe?.server ?? 'unknown';
}
