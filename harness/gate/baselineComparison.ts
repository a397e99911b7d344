import type { Acceptance, GateLine, RunRecord } from '../record/record.ts';
import type { Baseline, KnownFinding } from './baseline.ts';
import { casesAmong } from './casesAmong.ts';

/** What a baseline says of a run. */
export type BaselineComparison = Pick<
  GateLine,
  'new' | 'known' | 'expired' | 'accepted' | 'fixed' | 'notTested' | 'vanished'
>;

/** Compares a run with a baseline. `today` is YYYY-MM-DD. */
export function compareWithBaseline(record: RunRecord, baseline: Baseline, today: string): BaselineComparison {
  const entries = baseline.findings.filter(({ target }) => target === record.header.target.id);
  const byId = new Map(entries.map((entry) => [entry.finding, entry]));
  const shown = record.findings.map(({ id }) => id);
  const stale = entries.filter(({ finding }) => !shown.includes(finding));
  const listed = listedCases(record, baseline);
  const { tried, present } = casesAmong(record, new Set([...stale.map((entry) => entry.case), ...listed]));
  const isExpired = (id: string) => isPast(byId.get(id), today);
  return {
    new: shown.filter((id) => !byId.has(id)),
    known: shown.filter((id) => byId.has(id) && !isExpired(id)),
    expired: shown.filter(isExpired),
    accepted: entries.filter(({ finding }) => shown.includes(finding)).map(acceptance),
    fixed: idsOf(stale.filter((entry) => tried.has(entry.case))),
    notTested: idsOf(stale.filter((entry) => !tried.has(entry.case))),
    vanished: listed.filter((id) => !present.has(id)),
  };
}

// Members of a team's own stay in the baseline.
function acceptance({ finding, firstSeen, reason, ticket, expires }: KnownFinding): Acceptance {
  return { finding, firstSeen, reason, ticket, ...(expires === undefined ? {} : { expires }) };
}

function isPast(entry: KnownFinding | undefined, today: string): boolean {
  return entry?.expires !== undefined && entry.expires < today;
}

function idsOf(entries: readonly KnownFinding[]): readonly string[] {
  return entries.map(({ finding }) => finding);
}

/** Cases that the baseline lists for what was run; of a run of a part nobody can tell which it should have had. */
function listedCases({ header, footer }: RunRecord, baseline: Baseline): readonly string[] {
  const { edition, basis, phases, only, shard } = header;
  if (only !== null || shard !== null || footer.interrupted !== null || footer.failedFast) return [];
  return baseline.cases
    .filter((list) => list.edition === edition && list.basis === basis && phases.includes(list.phase))
    .flatMap(({ ids }) => ids);
}
