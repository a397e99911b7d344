import type { GateLine, RunRecord } from '../record.ts';
import type { Baseline, KnownFinding } from './baseline.ts';

/** What a baseline says of a run. */
export type BaselineComparison = Pick<GateLine, 'new' | 'known' | 'expired' | 'fixed' | 'notTested' | 'vanished'>;

/** Compares a run with a baseline. `today` is YYYY-MM-DD. */
export function compareWithBaseline(record: RunRecord, baseline: Baseline, today: string): BaselineComparison {
  const entries = baseline.findings.filter(({ target }) => target === record.header.target.id);
  const byId = new Map(entries.map((entry) => [entry.finding, entry]));
  const shown = record.findings.map(({ id }) => id);
  const stale = entries.filter(({ finding }) => !shown.includes(finding));
  const tried = triedCases(record);
  const isExpired = (id: string) => isPast(byId.get(id), today);
  return {
    new: shown.filter((id) => !byId.has(id)),
    known: shown.filter((id) => byId.has(id) && !isExpired(id)),
    expired: shown.filter(isExpired),
    fixed: idsOf(stale.filter((entry) => tried.has(entry.case))),
    notTested: idsOf(stale.filter((entry) => !tried.has(entry.case))),
    vanished: vanishedCases(record, baseline),
  };
}

function isPast(entry: KnownFinding | undefined, today: string): boolean {
  return entry?.expires !== undefined && entry.expires < today;
}

function idsOf(entries: readonly KnownFinding[]): readonly string[] {
  return entries.map(({ finding }) => finding);
}

// A case that was skipped, throttled or not supported says nothing of whether a fault is still there.
function triedCases({ cases }: RunRecord): ReadonlySet<string> {
  const judged = cases.filter(({ verdict: { kind } }) => ['conforms', 'deviates', 'undecided'].includes(kind));
  return new Set(judged.map(({ id }) => id));
}

/** Cases that the baseline lists for what was run; a run of a part cannot tell, and names none. */
function vanishedCases({ header, cases, footer }: RunRecord, baseline: Baseline): readonly string[] {
  const { edition, basis, phases, only, shard } = header;
  if (only !== null || shard !== null || footer.interrupted !== null || footer.failedFast) return [];
  const present = new Set(cases.map(({ id }) => id));
  return baseline.cases
    .filter((list) => list.edition === edition && list.basis === basis && phases.includes(list.phase))
    .flatMap(({ ids }) => ids.filter((id) => !present.has(id)));
}
