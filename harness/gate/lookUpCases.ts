import type { RunRecord } from '../record/record.ts';

/** Which of the requested cases a run had, and which of those it judged. */
export interface CaseLookup {
  readonly present: ReadonlySet<string>;
  readonly judged: ReadonlySet<string>;
}

/** Looks up cases in a record in a single pass, without keeping the others in memory. */
export function lookUpCases({ cases }: Pick<RunRecord, 'cases'>, wanted: ReadonlySet<string>): CaseLookup {
  const [present, judged] = [new Set<string>(), new Set<string>()];
  if (wanted.size === 0) return { present, judged };
  for (const { id, verdict } of cases) {
    if (!wanted.has(id)) continue;
    present.add(id);
    // A skipped, throttled or unsupported case does not tell whether a fault is still there.
    if (['conforms', 'deviates', 'undecided'].includes(verdict.kind)) judged.add(id);
  }
  return { present, judged };
}
