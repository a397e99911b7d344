import type { RunRecord } from '../record/record.ts';
import type { Baseline } from './baseline.ts';
import { compareWithBaseline } from './baselineComparison.ts';

/** Removes the findings that a run showed to be fixed and the cases that no longer exist. */
export function pruneBaseline(baseline: Baseline, record: RunRecord): Baseline {
  const { edition, basis, target } = record.header;
  // Fixed and vanished entries do not depend on the date.
  const { fixed, vanished } = compareWithBaseline(record, baseline, '');
  return {
    ...baseline,
    findings: baseline.findings.filter((entry) => entry.target !== target.id || !fixed.includes(entry.finding)),
    cases: baseline.cases.map((list) =>
      list.edition === edition && list.basis === basis
        ? { ...list, ids: list.ids.filter((id) => !vanished.includes(id)) }
        : list,
    ),
  };
}
