import type { Basis } from '../../specs/clause.ts';
import { type Contract, contractOf } from '../../specs/contract.ts';
import { isConfirmed } from '../../specs/isConfirmed.ts';
import type { CaseOutcome } from '../execute/caseOutcome.ts';
import { findingId } from '../findings/findingId.ts';
import { findingLine } from '../findings/findingLine.ts';
import { Findings } from '../findings/findings.ts';
import { onlyConfirmed } from '../findings/onlyConfirmed.ts';
import { deviationsOf } from '../judge/verdictOf.ts';
import { version } from '../version.ts';
import { expectationLine } from './caseLine.ts';
import type { CaseLine, Finding, RunRecord, Verdict } from './record.ts';
import { recordedStates } from './recordedStates.ts';
import { rejudgeCase } from './rejudgeCase.ts';

/** A recorded run under today's contract. */
export interface Rejudged {
  readonly record: RunRecord;
  readonly changes: readonly VerdictChange[];
  /** Cases whose recorded verdict was kept, because the record does not hold everything that it depends on. */
  readonly carriedOver: number;
}

/** One case that would be judged otherwise today. */
export interface VerdictChange {
  readonly case: string;
  readonly before: Verdict;
  readonly after: Verdict;
}

/** Judges every case of a record again, without sending anything. The cases are judged as they are read, at each pass. */
export function rejudge(
  source: RunRecord,
  basis: Basis = source.header.basis,
  confirmedOnly: boolean = source.header.confirmedOnly === true,
): Rejudged {
  const record = confirmedOnly ? { ...source, header: { ...source.header, confirmedOnly } } : source;
  const contract = contractOf(record.header.edition, basis);
  const tally = new Tally(record);
  for (const { line, outcome } of rejudgedCases(record, contract)) tally.take(line, outcome);
  const findings = rejudgedFindings(record, tally, contract);
  const header = { ...record.header, basis, target: { ...record.header.target, kind: 'record' as const }, tool };
  const footer = { ...record.footer, findings: findings.length };
  const { gate: _metAnew, ...rest } = record;
  const cases = { [Symbol.iterator]: () => rejudgedLines(record, contract) };
  const { changes, carriedOver } = tally;
  return { record: { ...rest, header, cases, findings, footer }, changes, carriedOver };
}

const tool = { name: 'poolproof', version } as const;

interface Judged {
  readonly line: CaseLine;
  readonly outcome: CaseOutcome | undefined;
}

function* rejudgedCases(record: RunRecord, contract: Contract): Generator<Judged, void> {
  for (const { line, state } of recordedStates(record)) {
    const outcome = state === undefined ? undefined : rejudgeCase(line, state, contract, record);
    yield record.header.confirmedOnly === true ? confirmedAlone(line, outcome, contract) : { line, outcome };
  }
}

function confirmedAlone(line: CaseLine, outcome: CaseOutcome | undefined, contract: Contract): Judged {
  return {
    line:
      outcome === undefined
        ? { ...line, verdict: onlyConfirmed(line.verdict, line.clause, line.expectation, contract) }
        : line,
    outcome: outcome && {
      ...outcome,
      verdict: onlyConfirmed(outcome.verdict, line.clause, outcome.expectation, contract),
    },
  };
}

function* rejudgedLines(record: RunRecord, contract: Contract): Generator<CaseLine, void> {
  for (const { line, outcome } of rejudgedCases(record, contract)) {
    yield outcome === undefined
      ? line
      : { ...line, expectation: expectationLine(outcome.expectation), verdict: outcome.verdict };
  }
}

/** What is kept of the cases while they are read. */
class Tally {
  readonly before = new Map<string, number>();
  readonly after = new Map<string, number>();
  readonly changes: VerdictChange[] = [];
  readonly found = new Findings();
  /** Today's verdicts on the cases that the recorded findings name. */
  readonly named = new Map<string, Verdict>();
  carriedOver = 0;
  private readonly names: ReadonlySet<string>;

  constructor({ findings }: RunRecord) {
    this.names = new Set(findings.map((finding) => finding.case));
  }

  take(line: CaseLine, outcome: CaseOutcome | undefined): void {
    const verdict = outcome?.verdict ?? line.verdict;
    countFindings(this.before, line.verdict);
    countFindings(this.after, verdict);
    if (this.names.has(line.id)) this.named.set(line.id, verdict);
    if (verdictKey(line.verdict) !== verdictKey(verdict)) {
      this.changes.push({ case: line.id, before: line.verdict, after: verdict });
    }
    if (outcome === undefined) this.carriedOver += 1;
    else this.found.add(outcome);
  }
}

function countFindings(counts: Map<string, number>, verdict: Verdict): void {
  for (const id of deviationsOf(verdict).map(findingId)) counts.set(id, (counts.get(id) ?? 0) + 1);
}

/** What a verdict says, without its wording, which may change between versions. */
function verdictKey(verdict: Verdict): string {
  return [verdict.kind, ...deviationsOf(verdict).map(findingId).toSorted()].join(' ');
}

/** The findings that still hold, with their details from the run, and the new ones. */
function rejudgedFindings(record: RunRecord, tally: Tally, contract: Contract): readonly Finding[] {
  const { before, after, found } = tally;
  const kept = record.findings
    .filter((finding) => isStanding(finding, contract, before) || stands(finding, tally))
    .filter(({ clause }) => record.header.confirmedOnly !== true || isConfirmed(contract, clause))
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

/** Whether the finding is about every answer of the target: it is in no verdict, so judging again cannot change it. */
function isStanding({ id, clause }: Finding, contract: Contract, recordedIds: ReadonlyMap<string, number>): boolean {
  return contract.byId.get(clause)?.constraint.kind === 'wire' && !recordedIds.has(id);
}

/** Whether a finding still shows; one that was attributed to another member than its case is recognised by kind and answer. */
function stands({ id, kind, case: first }: Finding, { after, named }: Tally): boolean {
  if (after.has(id)) return true;
  const verdict = named.get(first);
  if (verdict?.kind !== 'deviates') return false;
  const isOfKind = (found: string) => found === kind || kind === 'unstable';
  return verdict.deviations.some((deviation) => isOfKind(deviation.kind) && id.endsWith(`/${deviation.answerClass}`));
}
