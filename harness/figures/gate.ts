import type { GateLine, RunRecord } from '../record/record.ts';
import { gathered } from './gathered.ts';
import { sumOf } from './tally.ts';

/** Whether a run passes, and what decides it. */
export type Gate = Omit<GateLine, 'line'>;

/** The gate that a record holds; one that holds none is shut by any finding at level must. */
export function gateOf(record: RunRecord): Gate {
  const { gate, findings } = record;
  if (gate !== undefined) {
    const { line: _line, ...rest } = gate;
    return rest;
  }
  const against = findings.filter(({ level }) => level === 'must').map(({ id }) => id);
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
    against,
  };
}

/** Whether a run ended before its time, or could not judge all that it tried. */
export function isIncomplete(record: RunRecord): boolean {
  return record.footer.interrupted !== null || sumOf(gathered(record).phases.values()).errored > 0;
}
