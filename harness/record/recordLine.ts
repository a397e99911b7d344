import type { CaseLine, Finding, GateLine, PoolLine, ProbeLine, RecordFooter, RecordHeader } from './record.ts';

/** A line of a record. */
export type RecordLine = RecordHeader | ProbeLine | PoolLine | CaseLine | Finding | RecordFooter | GateLine;
