import type { RunRecord } from '../../harness/record.ts';
import { clauseFigures } from '../summary/clauseFigures.ts';
import { coverageOf } from '../summary/coverage.ts';
import { divergenceOf } from '../summary/divergence.ts';

/** What one run adds to the line. Shares are of 1, null where there was nothing to share. */
export interface TrendPoint {
  readonly startedAt: string;
  readonly target: string;
  readonly edition: string;
  readonly coverage: number | null;
  readonly divergence: number | null;
  readonly findings: number;
  /** Findings that the run before did not have; null for the first. */
  readonly appeared: number | null;
  /** Findings of the run before that are gone; null for the first. */
  readonly gone: number | null;
}

/** The records as points of a line, oldest first. */
export function trendOf(records: readonly RunRecord[]): readonly TrendPoint[] {
  const inTime = records.toSorted((left, right) => (left.header.startedAt < right.header.startedAt ? -1 : 1));
  return inTime.map((record, index) => pointOf(record, inTime[index - 1]));
}

function pointOf(record: RunRecord, earlier: RunRecord | undefined): TrendPoint {
  const { target, edition, startedAt } = record.header;
  const { implemented, members } = coverageOf(record);
  const { deviating, judged } = divergenceOf(clauseFigures(record));
  return {
    startedAt,
    target: target.id,
    edition,
    coverage: members === 0 ? null : implemented / members,
    divergence: judged === 0 ? null : deviating / judged,
    findings: record.findings.length,
    appeared: earlier === undefined ? null : missingFrom(earlier, record),
    gone: earlier === undefined ? null : missingFrom(record, earlier),
  };
}

function missingFrom(record: RunRecord, { findings }: RunRecord): number {
  const ids = new Set(record.findings.map(({ id }) => id));
  return findings.filter(({ id }) => !ids.has(id)).length;
}
