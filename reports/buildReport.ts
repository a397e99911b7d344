import type { ClauseFigures } from '../harness/figures/clauseFigures.ts';
import type { Confirmation } from '../harness/figures/confirmation.ts';
import type { Dimension } from '../harness/figures/dimensionNames.ts';
import type { ErrorFigures } from '../harness/figures/errorFigures.ts';
import type { Explored } from '../harness/figures/explored.ts';
import { type Gate, gateOf } from '../harness/figures/gate.ts';
import type { MemberFigures } from '../harness/figures/memberFigures.ts';
import { type PhaseFigures, summaryOf } from '../harness/figures/summary.ts';
import type { Tally } from '../harness/figures/tally.ts';
import { targetVersion } from '../harness/figures/targetVersion.ts';
import { worstFirst } from '../harness/figures/worstFirst.ts';
import type { Finding, OutsideFilter, RecordHeader, RequestCounts, RunRecord } from '../harness/record/record.ts';
import { type Reproductions, reproduce } from './reproduce.ts';
import { defaultProgram } from './text/commands.ts';
import { shownRequest } from './text/shownRequest.ts';

/** The content of report.json; `report.schema.json` says the same to other tools. Times are milliseconds. */
export interface Report
  extends Pick<
    RecordHeader,
    'tool' | 'target' | 'edition' | 'basis' | 'seed' | 'shard' | 'confirmedOnly' | 'startedAt'
  > {
  readonly format: 'poolproof-report';
  readonly version: 1;
  readonly durationMs: number;
  /** HTTP requests of every kind. */
  readonly requests: number;
  /** The same by what they were for; absent for records of earlier versions. */
  readonly requestsBy?: RequestCounts;
  /** What a filter has left out: clauses that it is not about, with the number of cases that deviate from each. */
  readonly outsideFilter?: readonly OutsideFilter[];
  readonly totals: Tally;
  readonly phases: readonly PhaseFigures[];
  readonly errors: readonly Omit<ErrorFigures, 'deviating'>[];
  readonly members: readonly Pick<MemberFigures, 'member' | Judged>[];
  readonly clauses: readonly Pick<ClauseFigures, 'id' | 'member' | 'level' | Judged>[];
  /** What the run tried of the contract, and what not. */
  readonly coverage: Readonly<Record<Dimension, Omit<Explored, 'name'>>>;
  /** Worst first. */
  readonly findings: readonly ReportFinding[];
  /** How many of the judged clauses at level must were seen on the live operation, and when last. */
  readonly confirmation: Confirmation;
  readonly gate: Gate;
}

type Judged = 'cases' | 'conforms' | 'deviates' | 'undecided';

/** A finding with the scripts that show it again. */
export interface ReportFinding
  extends Pick<
    Finding,
    | 'id'
    | 'clause'
    | 'member'
    | 'kind'
    | 'level'
    | 'phase'
    | 'count'
    | 'expected'
    | 'actual'
    | 'request'
    | 'prior'
    | 'last'
    | 'creation'
    | 'parallel'
    | 'raw'
    | 'evidence'
  > {
  readonly reproduce: Reproductions;
}

/** The report of a record. */
export function buildReport(record: RunRecord, program: string = defaultProgram): Report {
  const { tool, target, edition, basis, seed, shard, confirmedOnly, startedAt } = record.header;
  const { durationMs, requests, requestsBy, outsideFilter } = record.footer;
  const { totals, phases, errors, members, clauses, explored, confirmation } = summaryOf(record);
  return {
    format: 'poolproof-report',
    version: 1,
    tool,
    target: { ...target, version: targetVersion(record) },
    edition,
    basis,
    seed,
    shard,
    ...(confirmedOnly && { confirmedOnly }),
    startedAt,
    durationMs,
    requests,
    ...(requestsBy && { requestsBy }),
    ...(outsideFilter && { outsideFilter }),
    totals,
    phases,
    errors: errors.map(({ deviating: _forPeople, ...figures }) => figures),
    members: members.map(({ member, ...figures }) => ({ member, ...judged(figures) })),
    clauses: clauses.map(({ id, member, level, ...figures }) => ({ id, member, level, ...judged(figures) })),
    coverage: coverageByName(explored),
    findings: worstFirst(record.findings).map((finding) => reportFinding(finding, record, program)),
    confirmation,
    gate: gateOf(record),
  };
}

function coverageByName(explored: readonly Explored[]): Report['coverage'] {
  return Object.fromEntries(explored.map(({ name, ...figures }) => [name, figures])) as Report['coverage'];
}

function judged({ cases, conforms, deviates, undecided }: Tally): Pick<Tally, Judged> {
  return { cases, conforms, deviates, undecided };
}

function unusualParts({
  last,
  parallel,
  raw,
  creation,
}: Finding): Pick<ReportFinding, 'last' | 'parallel' | 'raw' | 'creation'> {
  return { ...(last && { last }), ...(creation && { creation }), ...(parallel && { parallel }), ...(raw && { raw }) };
}

function reportFinding(finding: Finding, record: RunRecord, program: string): ReportFinding {
  const { id, clause, member, kind, level, phase, count, expected, actual, prior, evidence } = finding;
  const request = shownRequest(finding.request);
  const facts = { id, clause, member, kind, level, phase, count, expected, actual, request, prior, evidence };
  return { ...facts, ...unusualParts(finding), reproduce: reproduce(finding, record, program) };
}
