import type { Phase } from '../../generators/cases/case.ts';
import type { Finding, RunRecord } from '../record/record.ts';
import type { Baseline, BaselineEntry, CaseList } from './baseline.ts';
import { lookUpCases } from './lookUpCases.ts';

/** Adds the new findings and cases of a run and refreshes the dates of those already listed. Removes nothing. */
export function updateBaseline(baseline: Baseline, record: RunRecord): Baseline {
  const { header, findings } = record;
  const shown = new Map(findings.map((finding) => [finding.id, finding]));
  const isHere = ({ target, finding }: BaselineEntry) => target === header.target.id && shown.has(finding);
  const { present } = lookUpCases(record, new Set(baseline.findings.map((entry) => entry.case)));
  const kept = baseline.findings.map((entry) =>
    isHere(entry) ? refreshedEntry(entry, record, shown, present) : entry,
  );
  const known = new Set(baseline.findings.filter(isHere).map(({ finding }) => finding));
  const added = findings.filter(({ id }) => !known.has(id)).map((finding) => newEntry(finding, record));
  return { ...baseline, findings: sortedEntries([...kept, ...added]), cases: withCases(baseline.cases, record) };
}

function sortedEntries(entries: readonly BaselineEntry[]): readonly BaselineEntry[] {
  return entries.toSorted(
    (left, right) => compareCodeUnits(left.target, right.target) || compareCodeUnits(left.finding, right.finding),
  );
}

// Independent of the locale, so that the file is the same on every machine.
function compareCodeUnits(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function startDay({ header }: RunRecord): string {
  return header.startedAt.slice(0, 10);
}

function newEntry({ id, case: shownBy }: Finding, record: RunRecord): BaselineEntry {
  const day = startDay(record);
  const target = record.header.target.id;
  return { target, finding: id, case: shownBy, firstSeen: day, lastSeen: day, reason: '', ticket: '' };
}

/** Keeps the case while the run still has it, so that a diff shows only what changed. */
function refreshedEntry(
  entry: BaselineEntry,
  record: RunRecord,
  shown: ReadonlyMap<string, Finding>,
  present: ReadonlySet<string>,
): BaselineEntry {
  const shownBy = present.has(entry.case) ? entry.case : (shown.get(entry.finding)?.case ?? entry.case);
  return { ...entry, case: shownBy, lastSeen: startDay(record) };
}

function withCases(lists: readonly CaseList[], { header, cases }: RunRecord): readonly CaseList[] {
  const { edition, basis } = header;
  const listed = header.phases.filter((phase) => phase !== 'fuzz' && phase !== 'sequence');
  const idsOf = new Map(listed.map((phase): [Phase, string[]] => [phase, []]));
  // Corpus cases are listed by the corpus folder itself.
  for (const { phase, id } of cases) if (!id.startsWith('corpus/')) idsOf.get(phase)?.push(id);
  const fresh = [...idsOf].map(([phase, ids]): CaseList => ({ edition, basis, phase, ids }));
  const mergedLists = lists.map((list) =>
    mergedList(list, fresh.find((other) => caseListKey(other) === caseListKey(list))?.ids ?? []),
  );
  const keys = new Set(lists.map(caseListKey));
  const added = fresh
    .filter((list) => list.ids.length > 0 && !keys.has(caseListKey(list)))
    .map((list) => mergedList(list, []));
  return [...mergedLists, ...added].toSorted((left, right) => compareCodeUnits(caseListKey(left), caseListKey(right)));
}

function mergedList(list: CaseList, ids: readonly string[]): CaseList {
  return { ...list, ids: [...new Set([...list.ids, ...ids])].toSorted(compareCodeUnits) };
}

function caseListKey({ edition, basis, phase }: CaseList): string {
  return `${edition} ${basis} ${phase}`;
}
