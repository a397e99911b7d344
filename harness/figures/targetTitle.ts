import type { RunRecord } from '../record/record.ts';
import { targetVersion } from './targetVersion.ts';
import { oneLine } from './visibleText.ts';

/** The target of a record with its version where that is known: `cognito-local 5.3.0`. Both are cut to so many characters. */
export function targetTitle(record: Pick<RunRecord, 'header' | 'probe'>, limit = 60): string {
  const name = oneLine(record.header.target.id, limit);
  const version = targetVersion(record);
  return version === 'unknown' ? name : `${name} ${oneLine(version, limit)}`;
}
