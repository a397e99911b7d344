import type { RunRecord } from '../record/record.ts';

/** Which of some cases a run had, and which of those it judged. */
export interface CasesAmong {
  readonly present: ReadonlySet<string>;
  readonly tried: ReadonlySet<string>;
}

/** Looks for cases in a record, in one pass that keeps nothing of the others. */
export function casesAmong({ cases }: Pick<RunRecord, 'cases'>, wanted: ReadonlySet<string>): CasesAmong {
  const [present, tried] = [new Set<string>(), new Set<string>()];
  if (wanted.size === 0) return { present, tried };
  for (const { id, verdict } of cases) {
    if (!wanted.has(id)) continue;
    present.add(id);
    // A case that was skipped, throttled or not supported says nothing of whether a fault is still there.
    if (['conforms', 'deviates', 'undecided'].includes(verdict.kind)) tried.add(id);
  }
  return { present, tried };
}
