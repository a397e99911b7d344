import type { GateLine, RunRecord } from '../record/record.ts';
import { caseFigures } from './caseFigures.ts';
import { isLeftBehind, leftBehindInGate } from './leftBehind.ts';
import { notImplementedFindings } from './notImplemented.ts';
import { sumOf } from './tally.ts';

/** Whether a run passes, and what decides it. */
export type Gate = Omit<GateLine, 'line'>;

/** The gate of a record; without one, any finding at level must fails the run, save those on members not implemented. */
export function gateOf(record: RunRecord): Gate {
  const { gate, findings } = record;
  if (gate !== undefined) {
    const { line: _line, ...rest } = gate;
    return rest;
  }
  const leftOut = notImplementedFindings(record);
  const against = findings.filter(({ id, level }) => level === 'must' && !leftOut.includes(id)).map(({ id }) => id);
  const reasons: Gate['reasons'] = [
    ...(against.length > 0 ? (['findings'] as const) : []),
    ...(isIncomplete(record) ? (['incomplete-run'] as const) : []),
  ];
  return {
    passed: reasons.length === 0,
    reasons,
    failOn: 'must',
    baseline: null,
    new: findings.map(({ id }) => id),
    known: [],
    expired: [],
    fixed: [],
    notTested: [],
    vanished: [],
    missingErrors: [],
    ...leftBehindInGate(record.footer),
    ...(leftOut.length > 0 && { notImplemented: leftOut }),
    against,
  };
}

/** Whether a run ended early, left pools behind or could not judge all of its cases. */
export function isIncomplete(record: RunRecord): boolean {
  return (
    record.footer.interrupted !== null ||
    isLeftBehind(record.footer) ||
    sumOf(caseFigures(record).phases.values()).errored > 0
  );
}
