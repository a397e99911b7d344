import type { RunSetting } from '../execute/runSetting.ts';
import { version } from '../version.ts';
import type { RecordHeader } from './record.ts';

/** The first line of a run's record. */
export function recordHeader({
  contract,
  target,
  seed,
  region,
  phases,
  cases = 0,
  only,
  confirmedOnly = false,
  burst = 0,
  corpus,
  poolOptions = [],
  connection,
  shard = null,
}: RunSetting): RecordHeader {
  return {
    line: 'header',
    format: 'poolproof-record',
    version: 2,
    tool: { name: 'poolproof', version },
    target,
    edition: contract.edition.date,
    basis: contract.basis,
    seed,
    region,
    phases,
    cases,
    only: only ?? null,
    ...(confirmedOnly ? { confirmedOnly } : {}),
    ...(burst === 0 ? {} : { burst }),
    ...(corpus === undefined ? {} : { corpus }),
    ...(poolOptions.length === 0 ? {} : { poolOptions }),
    ...(connection === undefined || Object.keys(connection).length === 0 ? {} : { connection }),
    shard,
    startedAt: new Date().toISOString(),
  };
}
