import type { GateLine, RunRecord } from '../../harness/record.ts';

/** Whether a run passes, and what decides it. */
export type Gate = Omit<GateLine, 'line'>;

/** The gate that a record holds; one that holds none is shut by any finding at level must. */
export function gateOf({ gate, findings, footer, cases }: RunRecord): Gate {
  if (gate !== undefined) {
    const { line: _line, ...rest } = gate;
    return rest;
  }
  const against = findings.filter(({ level }) => level === 'must').map(({ id }) => id);
  const isIncomplete = footer.interrupted !== null || cases.some(({ verdict }) => verdict.kind === 'errored');
  const reasons: Gate['reasons'] = [
    ...(against.length > 0 ? (['findings'] as const) : []),
    ...(isIncomplete ? (['incomplete-run'] as const) : []),
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
