import type { Basis } from '../../specs/clause.ts';
import { type Contract, contractOf } from '../../specs/contract.ts';
import type { CaseOutcome } from '../execute/runUpdate.ts';
import { Findings, findingId, findingLine } from '../findings/findings.ts';
import { version } from '../version.ts';
import { expectationLine } from './caseLines.ts';
import type { CaseLine, Deviation, Finding, RunRecord, Verdict } from './record.ts';
import { recordedStates } from './recordedStates.ts';
import { judgedAgain } from './rejudgeCase.ts';

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

/** Judges every case of a record again, without sending anything. The cases are judged as they are read, at each pass. */
export function rejudge(record: RunRecord, basis: Basis = record.header.basis): Rejudged {
  const contract = contractOf(record.header.edition, basis);
  const tally = new Tally(record);
  for (const { line, outcome } of judgedCases(record, contract)) tally.take(line, outcome);
  const findings = findingsAgain(record, tally, contract);
  const header = { ...record.header, basis, target: { ...record.header.target, kind: 'record' as const }, tool };
  const footer = { ...record.footer, findings: findings.length };
  const { gate: _metAnew, ...rest } = record;
  const cases = { [Symbol.iterator]: () => linesAgain(record, contract) };
  const { changes, takenOver } = tally;
  return { record: { ...rest, header, cases, findings, footer }, changes, takenOver };
}

const tool = { name: 'poolproof', version } as const;

interface Judged {
  readonly line: CaseLine;
  readonly outcome: CaseOutcome | undefined;
}

function* judgedCases(record: RunRecord, contract: Contract): Generator<Judged, void> {
  for (const { line, state } of recordedStates(record)) {
    yield { line, outcome: state === undefined ? undefined : judgedAgain(line, state, contract, record) };
  }
}

function* linesAgain(record: RunRecord, contract: Contract): Generator<CaseLine, void> {
  for (const { line, outcome } of judgedCases(record, contract)) {
    yield outcome === undefined
      ? line
      : { ...line, expectation: expectationLine(outcome.expectation), verdict: outcome.verdict };
  }
}

/** What is kept of the cases, one after the other. */
class Tally {
  readonly before = new Map<string, number>();
  readonly after = new Map<string, number>();
  readonly changes: VerdictChange[] = [];
  readonly found = new Findings();
  /** Today's verdicts on the cases that the recorded findings name. */
  readonly named = new Map<string, Verdict>();
  takenOver = 0;
  private readonly names: ReadonlySet<string>;

  constructor({ findings }: RunRecord) {
    this.names = new Set(findings.map((finding) => finding.case));
  }

  take(line: CaseLine, outcome: CaseOutcome | undefined): void {
    const verdict = outcome?.verdict ?? line.verdict;
    count(this.before, line.verdict);
    count(this.after, verdict);
    if (this.names.has(line.id)) this.named.set(line.id, verdict);
    if (sense(line.verdict) !== sense(verdict)) {
      this.changes.push({ case: line.id, before: line.verdict, after: verdict });
    }
    if (outcome === undefined) this.takenOver += 1;
    else this.found.add(outcome);
  }
}

function count(counts: Map<string, number>, verdict: Verdict): void {
  for (const id of deviationsOf(verdict).map(findingId)) counts.set(id, (counts.get(id) ?? 0) + 1);
}

/** What a verdict says, without the wording, which may be put better from version to version. */
function sense(verdict: Verdict): string {
  return [verdict.kind, ...deviationsOf(verdict).map(findingId).toSorted()].join(' ');
}

function deviationsOf(verdict: Verdict): readonly Deviation[] {
  return verdict.kind === 'deviates' ? verdict.deviations : [];
}

/** The findings that stand, with what became known of them in the run, and those that are new. */
function findingsAgain(record: RunRecord, tally: Tally, contract: Contract): readonly Finding[] {
  const { before, after, found } = tally;
  const kept = record.findings
    .filter((finding) => isStanding(finding, contract, before) || stands(finding, tally))
    .map((finding) => ({
      ...finding,
      count: Math.max(1, finding.count + (after.get(finding.id) ?? 0) - (before.get(finding.id) ?? 0)),
    }));
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

/** Whether every answer of the target has it: told as a finding and in no verdict, so nothing there can change. */
function isStanding({ id, clause }: Finding, contract: Contract, told: ReadonlyMap<string, number>): boolean {
  return contract.byId.get(clause)?.constraint.kind === 'wire' && !told.has(id);
}

/** Whether a finding still shows; one that was put down to another member than its case is known by kind and answer. */
function stands({ id, kind, case: first }: Finding, { after, named }: Tally): boolean {
  if (after.has(id)) return true;
  const verdict = named.get(first);
  if (verdict?.kind !== 'deviates') return false;
  const isOfKind = (found: string) => found === kind || kind === 'unstable';
  return verdict.deviations.some((deviation) => isOfKind(deviation.kind) && id.endsWith(`/${deviation.answerClass}`));
}
