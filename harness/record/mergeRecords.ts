import { mergedByCause } from '../findings/deduplicateByCause.ts';
import { UserError } from '../userError.ts';
import { mergeProblems } from './mergeProblems.ts';
import type { CaseLine, Finding, PoolLine, RecordFooter, RunRecord } from './record.ts';

/** A record with the file it is from. */
export interface Shelved {
  readonly path: string;
  readonly record: RunRecord;
}

/**
 * The shards of a run as the one record that an undivided run would have left, whatever the order of the files. Shards that do
 * not fit together are refused, each by its file. The gate is to be met anew.
 */
export function mergeRecords(shelved: readonly Shelved[]): RunRecord {
  const problems = mergeProblems(shelved);
  if (problems.length > 0) {
    throw new UserError(
      'unmergeable-shards',
      problems.join('\n  '),
      'Give every shard of one run once: the record.jsonl of each.',
    );
  }
  const parts = shelved.map(({ record }) => record).toSorted((left, right) => indexOf(left) - indexOf(right));
  const [first, ...others] = parts;
  if (first === undefined) throw new TypeError('A merge has at least one shard.');
  const startedAt = others.reduce((least, { header }) => earlier(least, header.startedAt), first.header.startedAt);
  const findings = mergedFindings(parts);
  return {
    header: { ...first.header, shard: null, startedAt },
    ...(first.probe === undefined ? {} : { probe: first.probe }),
    ...(parts.some(({ pools }) => pools !== undefined) ? { pools: { [Symbol.iterator]: () => poolsOf(parts) } } : {}),
    cases: { [Symbol.iterator]: () => casesOf(parts) },
    findings,
    footer: mergedFooter(parts, findings.length),
  };
}

function indexOf({ header }: RunRecord): number {
  return header.shard?.index ?? 1;
}

function earlier(left: string, right: string): string {
  return left < right ? left : right;
}

function* poolsOf(parts: readonly RunRecord[]): Generator<PoolLine, void> {
  for (const { pools = [] } of parts) yield* pools;
}

/** Shard by shard: the order within a lane is part of what happened, and lanes are whole. */
function* casesOf(parts: readonly RunRecord[]): Generator<CaseLine, void> {
  for (const { cases } of parts) yield* cases;
}

/** One finding for each id, its counts added; one that showed again on a new pool speaks for the others. */
function mergedFindings(parts: readonly RunRecord[]): readonly Finding[] {
  const byId = Map.groupBy(
    parts.flatMap(({ findings }) => findings),
    ({ id }) => id,
  );
  const merged = [...byId.values()].flatMap((group) => {
    const speaker = group.find(({ reproduced }) => reproduced) ?? group[0];
    return speaker === undefined ? [] : [{ ...speaker, count: group.reduce((sum, { count }) => sum + count, 0) }];
  });
  return mergedByCause(merged);
}

function mergedFooter(parts: readonly RunRecord[], findings: number): RecordFooter {
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
  };
}
