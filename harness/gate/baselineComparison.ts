import { isJudgedClause } from '../figures/isJudgedClause.ts';
import type { Acceptance, GateLine, RunRecord } from '../record/record.ts';
import type { Baseline, BaselineEntry } from './baseline.ts';
import { knownFindings } from './knownFindings.ts';
import { lookUpCases } from './lookUpCases.ts';

/** The difference between a run and a baseline. */
export type BaselineComparison = Pick<
  GateLine,
  'new' | 'known' | 'expired' | 'accepted' | 'fixed' | 'notTested' | 'vanished'
>;

/** Compares a run with a baseline. `today` is YYYY-MM-DD. */
export function compareWithBaseline(record: RunRecord, baseline: Baseline, today: string): BaselineComparison {
  const entries = baseline.findings.filter(({ target }) => target === record.header.target.id);
  const matches = knownFindings(record, entries);
  const shown = record.findings.map(({ id }) => id);
  const stale = entries.filter(({ finding }) => !shown.includes(finding));
  const listed = expectedCases(record, baseline);
  const { judged, present } = lookUpCases(record, new Set([...stale.map((entry) => entry.case), ...listed]));
  const wasJudged = ({ finding, case: shownBy }: BaselineEntry) =>
    judged.has(shownBy) && isJudgedClause(record.header, finding.split('/', 1)[0] ?? '');
  const isExpired = (id: string) => hasExpired(matches.get(id), today);
  return {
    new: shown.filter((id) => !matches.has(id)),
    known: shown.filter((id) => matches.has(id) && !isExpired(id)),
    expired: shown.filter(isExpired),
    accepted: [...matches].flatMap(([id, entry]) => (entry === null ? [] : [acceptanceOf(id, entry)])),
    fixed: findingIds(stale.filter((entry) => wasJudged(entry))),
    notTested: findingIds(stale.filter((entry) => !wasJudged(entry))),
    vanished: listed.filter((id) => !present.has(id)),
  };
}

// Members that a team added itself stay in the baseline file.
function acceptanceOf(finding: string, { firstSeen, reason, ticket, expires }: BaselineEntry): Acceptance {
  return { finding, firstSeen, reason, ticket, ...(expires === undefined ? {} : { expires }) };
}

function hasExpired(entry: BaselineEntry | null | undefined, today: string): boolean {
  return entry?.expires !== undefined && entry.expires < today;
}

function findingIds(entries: readonly BaselineEntry[]): readonly string[] {
  return entries.map(({ finding }) => finding);
}

/** The cases that the baseline expects of this run. A partial run has no expected cases. */
function expectedCases({ header, footer }: RunRecord, baseline: Baseline): readonly string[] {
  const { edition, basis, phases, only, shard } = header;
  if (only !== null || shard !== null || footer.interrupted !== null || footer.failedFast) return [];
  return baseline.cases
    .filter((list) => list.edition === edition && list.basis === basis && phases.includes(list.phase))
    .flatMap(({ ids }) => ids);
}
