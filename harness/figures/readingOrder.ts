import type { Finding, RunRecord } from '../record/record.ts';
import { acceptedLast } from './baselineStandings.ts';
import type { Cause } from './causes.ts';
import { gateOf } from './gate.ts';
import { worstFirst } from './worstFirst.ts';

/**
 * Findings in the order in which the first few say most: worst first where there is room for all, else the worst of each fault,
 * then the second of each. What the baseline accepts comes last.
 */
export function readingOrder(record: RunRecord, faults: readonly Cause[], room: number): readonly Finding[] {
  const fits = record.findings.length <= room;
  return acceptedLast(fits ? worstFirst(record.findings) : roundRobin(faults), gateOf(record));
}

/** What stands over findings in that order. */
export function orderHeading({ findings, gate }: RunRecord, room: number): string {
  const worst = findings.length <= room ? 'worst first' : 'the worst of each cause first';
  return gate === undefined || gate.baseline === null ? worst : `new ones and ${worst}`;
}

function roundRobin(faults: readonly Cause[]): readonly Finding[] {
  const longest = Math.max(0, ...faults.map(({ findings }) => findings.length));
  return Array.from({ length: longest }, (_, turn) => faults.flatMap(({ findings }) => findings[turn] ?? [])).flat();
}
