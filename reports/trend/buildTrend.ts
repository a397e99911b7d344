import { clauseFigures } from '../../harness/figures/clauseFigures.ts';
import { coverageOf } from '../../harness/figures/coverage.ts';
import { divergenceOf } from '../../harness/figures/divergence.ts';
import { targetVersion } from '../../harness/figures/targetVersion.ts';
import { oneLine } from '../../harness/figures/visibleText.ts';
import type { RecordHeader, RunRecord } from '../../harness/record/record.ts';

/** Runs that can be held against each other: of one target, by one contract, of the same scope. */
export interface TrendSeries {
  /** What these runs have in common, apart from what all series have. */
  readonly title: string;
  /** Oldest first. */
  readonly points: readonly TrendPoint[];
}

/** What one run adds to the line. Shares are of 1, null where there was nothing to share or to read back. */
export interface TrendPoint {
  readonly startedAt: string;
  /** Of the target, or "unknown". */
  readonly version: string;
  readonly coverage: number | null;
  readonly divergence: number | null;
  readonly findings: number;
  /** Findings that the run before did not have; null for the first. */
  readonly appeared: number | null;
  /** Findings of the run before that are gone; null for the first. */
  readonly gone: number | null;
}

/** The records as lines, one for each target, edition, basis and scope, the one with the newest run first. */
export function buildTrend(records: readonly RunRecord[]): readonly TrendSeries[] {
  const newestFirst = records.toSorted((left, right) => (left.header.startedAt < right.header.startedAt ? 1 : -1));
  const groups = [...Map.groupBy(newestFirst, ({ header }) => seriesTraits(header).join('\n')).values()];
  const shared = sharedTraits(records);
  return groups.map((group) => {
    const inTime = group.toReversed();
    const ownTraits = group
      .slice(0, 1)
      .flatMap(({ header }) => seriesTraits(header).filter((_, index) => !shared[index]));
    return {
      title: ownTraits.filter((trait) => trait !== '').join(' · '),
      points: inTime.map((record, index) => trendPoint(record, inTime[index - 1])),
    };
  });
}

// Target, edition and basis tell what a series is; the scope only where it is not the same for all.
function sharedTraits(records: readonly RunRecord[]): readonly boolean[] {
  const all = records.map(({ header }) => seriesTraits(header));
  return [false, false, false, ...[3, 4, 5].map((place) => new Set(all.map((traits) => traits[place])).size === 1)];
}

function seriesTraits({ target, edition, basis, phases, only, shard }: RecordHeader): readonly string[] {
  return [
    oneLine(target.id, 40),
    edition,
    basis,
    phases.join(', '),
    only === null ? '' : `only ${oneLine(only, 60)}`,
    shard === null ? '' : `shard ${shard.index}/${shard.of}`,
  ];
}

function trendPoint(record: RunRecord, earlier: RunRecord | undefined): TrendPoint {
  const { implemented, members, isUnread } = coverageOf(record);
  const { deviating, judged } = divergenceOf(record, clauseFigures(record));
  return {
    startedAt: record.header.startedAt,
    version: targetVersion(record),
    coverage: members === 0 || isUnread ? null : implemented / members,
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
