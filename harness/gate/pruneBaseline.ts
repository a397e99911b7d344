import type { RunRecord } from '../record/record.ts';
import type { Baseline } from './baseline.ts';
import { compareWithBaseline } from './baselineComparison.ts';

/** The baseline without the findings that a run showed to be fixed and the cases that it no longer has. */
export function pruneBaseline(baseline: Baseline, record: RunRecord): Baseline {
  const { edition, basis, target } = record.header;
  // What is fixed or gone hangs on no date.
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
