import type { Phase } from '../../generators/cases/case.ts';
import type { Finding, RunRecord } from '../record/record.ts';
import type { Baseline, CaseList, KnownFinding } from './baseline.ts';
import { casesAmong } from './casesAmong.ts';

/** The baseline with all that a run showed: new findings and cases added, known ones seen again. Nothing is taken away. */
export function updateBaseline(baseline: Baseline, record: RunRecord): Baseline {
  const { header, findings } = record;
  const shown = new Map(findings.map((finding) => [finding.id, finding]));
  const isHere = ({ target, finding }: KnownFinding) => target === header.target.id && shown.has(finding);
  const { present } = casesAmong(record, new Set(baseline.findings.map((entry) => entry.case)));
  const kept = baseline.findings.map((entry) => (isHere(entry) ? seenAgain(entry, record, shown, present) : entry));
  const known = new Set(baseline.findings.filter(isHere).map(({ finding }) => finding));
  const added = findings.filter(({ id }) => !known.has(id)).map((finding) => entryOf(finding, record));
  return { ...baseline, findings: sorted([...kept, ...added]), cases: withCases(baseline.cases, record) };
}

function sorted(entries: readonly KnownFinding[]): readonly KnownFinding[] {
  return entries.toSorted((left, right) => order(left.target, right.target) || order(left.finding, right.finding));
}

// By code unit, so that the file is the same on every machine.
function order(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function dayOf({ header }: RunRecord): string {
  return header.startedAt.slice(0, 10);
}

function entryOf({ id, case: shownBy }: Finding, record: RunRecord): KnownFinding {
  const day = dayOf(record);
  const target = record.header.target.id;
  return { target, finding: id, case: shownBy, firstSeen: day, lastSeen: day, reason: '', ticket: '' };
}

/** The case stays the same while the run has it, so that a review shows only what is new. */
function seenAgain(
  entry: KnownFinding,
  record: RunRecord,
  shown: ReadonlyMap<string, Finding>,
  present: ReadonlySet<string>,
): KnownFinding {
  const shownBy = present.has(entry.case) ? entry.case : (shown.get(entry.finding)?.case ?? entry.case);
  return { ...entry, case: shownBy, lastSeen: dayOf(record) };
}

function withCases(lists: readonly CaseList[], { header, cases }: RunRecord): readonly CaseList[] {
  const { edition, basis } = header;
  const listed = header.phases.filter((phase) => phase !== 'fuzz' && phase !== 'sequence');
  const idsOf = new Map(listed.map((phase): [Phase, string[]] => [phase, []]));
  // A corpus is another file that says what there is.
  for (const { phase, id } of cases) if (!id.startsWith('corpus/')) idsOf.get(phase)?.push(id);
  const fresh = [...idsOf].map(([phase, ids]): CaseList => ({ edition, basis, phase, ids }));
  const merged = lists.map((list) => united(list, fresh.find((one) => keyOf(one) === keyOf(list))?.ids ?? []));
  const keys = new Set(lists.map(keyOf));
  const added = fresh.filter((list) => list.ids.length > 0 && !keys.has(keyOf(list))).map((list) => united(list, []));
  return [...merged, ...added].toSorted((left, right) => order(keyOf(left), keyOf(right)));
}

function united(list: CaseList, ids: readonly string[]): CaseList {
  return { ...list, ids: [...new Set([...list.ids, ...ids])].toSorted(order) };
}

function keyOf({ edition, basis, phase }: CaseList): string {
  return `${edition} ${basis} ${phase}`;
}
