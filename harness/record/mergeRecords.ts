import { deduplicateByCause } from '../findings/deduplicateByCause.ts';
import { countsOf } from '../transport/countedTransport.ts';
import { UserError } from '../userError.ts';
import type { LoadedRecord } from './loadedRecord.ts';
import { mergeProblems } from './mergeProblems.ts';
import type { CaseLine, Finding, LeftBehind, PoolLine, RecordFooter, RunRecord } from './record.ts';

/**
 * The shards of a run as the one record that an undivided run would have left, whatever the order of the files. Shards that do
 * not fit together are refused, each by its file. The gate has to be evaluated again.
 */
export function mergeRecords(loaded: readonly LoadedRecord[]): RunRecord {
  const problems = mergeProblems(loaded);
  if (problems.length > 0) {
    throw new UserError(
      'unmergeable-shards',
      problems.join('\n  '),
      'Give every shard of one run once: the record.jsonl of each.',
    );
  }
  const parts = loaded.map(({ record }) => record).toSorted((left, right) => indexOf(left) - indexOf(right));
  const [first, ...others] = parts;
  if (first === undefined) throw new TypeError('A merge has at least one shard.');
  const startedAt = others.reduce((least, { header }) => earlier(least, header.startedAt), first.header.startedAt);
  const findings = mergeFindings(parts);
  return {
    header: { ...first.header, shard: null, startedAt },
    ...(first.probe === undefined ? {} : { probe: first.probe }),
    ...(parts.some(({ pools }) => pools !== undefined)
      ? { pools: { [Symbol.iterator]: () => poolsOfShards(parts) } }
      : {}),
    cases: { [Symbol.iterator]: () => casesOfShards(parts) },
    findings,
    footer: mergeFooters(parts, findings.length),
  };
}

function indexOf({ header }: RunRecord): number {
  return header.shard?.index ?? 1;
}

function earlier(left: string, right: string): string {
  return left < right ? left : right;
}

function* poolsOfShards(parts: readonly RunRecord[]): Generator<PoolLine, void> {
  for (const { pools = [] } of parts) yield* pools;
}

/** Shard by shard: the order within a lane is part of what happened, and lanes are whole. */
function* casesOfShards(parts: readonly RunRecord[]): Generator<CaseLine, void> {
  for (const { cases } of parts) yield* cases;
}

/** One finding for each id, its counts added; one that reproduced on a new pool is preferred. */
function mergeFindings(parts: readonly RunRecord[]): readonly Finding[] {
  const byId = Map.groupBy(
    parts.flatMap(({ findings }) => findings),
    ({ id }) => id,
  );
  const merged = [...byId.values()].flatMap((group) => {
    const speaker = group.find(({ reproduced }) => reproduced) ?? group[0];
    return speaker === undefined ? [] : [{ ...speaker, count: group.reduce((sum, { count }) => sum + count, 0) }];
  });
  return deduplicateByCause(merged);
}

function mergeFooters(parts: readonly RunRecord[], findings: number): RecordFooter {
  const footers = parts.map(({ footer }) => footer);
  const interrupted = parts.flatMap(({ header: { shard }, footer }) =>
    footer.interrupted === null ? [] : [`shard ${shard?.index}/${shard?.of}: ${footer.interrupted}`],
  );
  const phases = parts[0]?.header.phases ?? [];
  const spent = footers.flatMap((footer) => footer.phases);
  return {
    line: 'footer',
    cases: footers.reduce((sum, { cases }) => sum + cases, 0),
    findings,
    requests: footers.reduce((sum, { requests }) => sum + requests, 0),
    ...mergeRequests(footers),
    // Shards run side by side: the longest is how long it took.
    durationMs: Math.max(...footers.map(({ durationMs }) => durationMs)),
    phases: phases
      .filter((phase) => spent.some((one) => one.phase === phase))
      .map((phase) => ({
        phase,
        durationMs: spent.filter((one) => one.phase === phase).reduce((sum, { durationMs }) => sum + durationMs, 0),
      })),
    interrupted: interrupted.length === 0 ? null : interrupted.join('; '),
    ...(footers.some(({ failedFast }) => failedFast) ? { failedFast: true } : {}),
    ...mergeOutsideFilter(footers),
    ...mergeLeftBehind(footers),
  };
}

function mergeOutsideFilter(footers: readonly RecordFooter[]): Pick<RecordFooter, 'outsideFilter'> {
  const byClause = Map.groupBy(
    footers.flatMap(({ outsideFilter = [] }) => outsideFilter),
    ({ clause }) => clause,
  );
  const outsideFilter = [...byClause].map(([clause, parts]) => ({
    clause,
    cases: parts.reduce((sum, { cases }) => sum + cases, 0),
  }));
  return outsideFilter.length === 0 ? {} : { outsideFilter };
}

function mergeRequests(footers: readonly RecordFooter[]): Pick<RecordFooter, 'requestsBy'> {
  const counts = footers.flatMap(({ requestsBy }) => requestsBy ?? []);
  if (counts.length < footers.length) return {};
  return { requestsBy: countsOf((purpose) => counts.reduce((sum, one) => sum + one[purpose], 0)) };
}

function mergeLeftBehind(footers: readonly RecordFooter[]): LeftBehind {
  const left = footers.flatMap(({ notDeleted = [] }) => notDeleted);
  const blamed = footers.some(({ notDeleted = [], undeletable }) => notDeleted.length > 0 && undeletable !== true);
  const notRestored = footers.find((footer) => footer.notRestored !== undefined)?.notRestored;
  return {
    ...(left.length === 0 ? {} : { notDeleted: left }),
    ...(left.length > 0 && !blamed ? { undeletable: true } : {}),
    ...(notRestored === undefined ? {} : { notRestored }),
  };
}
