import type { Basis } from '../../specs/clause.ts';
import { type Contract, contractOf } from '../../specs/contract.ts';
import type { CaseLine, Deviation, Finding, RunRecord, Verdict } from '../record.ts';
import { version } from '../version.ts';
import { Findings, findingId, findingLine } from './findings.ts';
import { judgedAgain } from './judgedAgain.ts';
import { expectationLine } from './lines.ts';
import { statesOf } from './recordedStates.ts';
import type { CaseOutcome } from './runCase.ts';

/** A recorded run under today's contract. */
export interface Rejudged {
  readonly record: RunRecord;
  readonly changes: readonly VerdictChange[];
  /** Cases whose verdict was taken over, because the record does not hold all that it rests on. */
  readonly takenOver: number;
}

/** One case that would be judged otherwise today. */
export interface VerdictChange {
  readonly case: string;
  readonly before: Verdict;
  readonly after: Verdict;
}

/** Judges every case of a record again, without sending anything. */
export function rejudge(record: RunRecord, basis: Basis = record.header.basis): Rejudged {
  const contract = contractOf(record.header.edition, basis);
  const states = statesOf(record);
  const judged = record.cases.map((line) => {
    const state = states.get(line);
    return { line, outcome: state === undefined ? undefined : judgedAgain(line, state, contract, record) };
  });
  const cases = judged.map(({ line, outcome }) => (outcome === undefined ? line : lineAgain(line, outcome)));
  const outcomes = judged.flatMap(({ outcome }) => outcome ?? []);
  const findings = findingsAgain(record, cases, outcomes, contract);
  const header = { ...record.header, basis, target: { ...record.header.target, kind: 'record' as const }, tool };
  const footer = { ...record.footer, findings: findings.length };
  const { gate: _metAnew, ...rest } = record;
  return {
    record: { ...rest, header, cases, findings, footer },
    changes: changesBetween(record.cases, cases),
    takenOver: judged.filter(({ outcome }) => outcome === undefined).length,
  };
}

const tool = { name: 'poolproof', version } as const;

function lineAgain(line: CaseLine, { expectation, verdict }: CaseOutcome): CaseLine {
  return { ...line, expectation: expectationLine(expectation), verdict };
}

function changesBetween(before: readonly CaseLine[], after: readonly CaseLine[]): readonly VerdictChange[] {
  return before.flatMap((line, index) => {
    const verdict = after[index]?.verdict ?? line.verdict;
    return sense(line.verdict) === sense(verdict) ? [] : [{ case: line.id, before: line.verdict, after: verdict }];
  });
}

/** What a verdict says, without the wording, which may be put better from version to version. */
function sense(verdict: Verdict): string {
  return [verdict.kind, ...deviationsOf(verdict).map(findingId).toSorted()].join(' ');
}

function deviationsOf(verdict: Verdict): readonly Deviation[] {
  return verdict.kind === 'deviates' ? verdict.deviations : [];
}

/** The findings that stand, with what became known of them in the run, and those that are new. */
function findingsAgain(
  record: RunRecord,
  cases: readonly CaseLine[],
  outcomes: readonly CaseOutcome[],
  contract: Contract,
): readonly Finding[] {
  const [before, after] = [countsOf(record.cases), countsOf(cases)];
  const kept = record.findings
    .filter((finding) => isStanding(finding, contract, before) || stands(finding, cases))
    .map((finding) => ({
      ...finding,
      count: Math.max(1, finding.count + (after.get(finding.id) ?? 0) - (before.get(finding.id) ?? 0)),
    }));
  const found = new Findings();
  for (const outcome of outcomes) found.add(outcome);
  const isNew = (id: string) => !before.has(id) && after.has(id);
  const added = found
    .all()
    .filter(({ id }) => isNew(id) && !kept.some((finding) => finding.id === id))
    .map((raw) =>
      findingLine(contract, raw, {
        request: raw.outcome.request,
        prior: {},
        outcome: raw.outcome,
        reproduced: false,
      }),
    );
  return [...kept, ...added];
}

function countsOf(cases: readonly CaseLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of cases.flatMap(({ verdict }) => deviationsOf(verdict).map(findingId))) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Whether every answer of the target has it: told as a finding and in no verdict, so nothing there can change. */
function isStanding({ id, clause }: Finding, contract: Contract, told: ReadonlyMap<string, number>): boolean {
  return contract.byId.get(clause)?.constraint.kind === 'wire' && !told.has(id);
}

/** Whether a finding still shows; one that was put down to another member than its case is known by kind and answer. */
function stands({ id, kind, case: first }: Finding, cases: readonly CaseLine[]): boolean {
  if (cases.some(({ verdict }) => deviationsOf(verdict).some((deviation) => findingId(deviation) === id))) return true;
  const line = cases.find((one) => one.id === first);
  if (line === undefined || line.verdict.kind !== 'deviates') return false;
  return line.verdict.deviations.some(
    (deviation) => deviation.kind === kind && id.endsWith(`/${deviation.answerClass}`),
  );
}
