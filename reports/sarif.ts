import { createHash } from 'node:crypto';
import type { Invocation, Log, ReportingDescriptor, Result } from 'sarif';
import { baselineStandings, type Standing } from '../harness/figures/baselineStandings.ts';
import { type Gate, gateOf } from '../harness/figures/gate.ts';
import { oneLine } from '../harness/figures/visibleText.ts';
import { worstFirst } from '../harness/figures/worstFirst.ts';
import type { Finding, RunRecord } from '../harness/record/record.ts';
import { contractOf } from '../specs/contract.ts';
import { type Level, levelOf } from '../specs/evidence.ts';
import { testedOperation } from '../specs/operation.ts';
import type { Reporter } from './reporter.ts';
import { defaultProgram, defaultRecordPath, replayCommandLine } from './text/commands.ts';
import { gateSentence } from './text/gateSentence.ts';

/** report.sarif: SARIF 2.1.0 with a rule for each clause, for code scanning. */
export const sarif: Reporter = {
  description: 'report.sarif: SARIF 2.1.0, a rule for each clause, for code scanning',
  fileName: 'report.sarif',
  render: (record, { program = defaultProgram }) => `${JSON.stringify(sarifLog(record, program), null, 1)}\n`,
};

const severities = { must: 'error', should: 'warning', may: 'note' } as const satisfies Readonly<Record<Level, string>>;

function sarifLog(record: RunRecord, program: string): Log {
  const rules = sarifRules(record);
  const places = new Map(rules.map(({ id }, index) => [id, index]));
  const { tool, target, edition, basis, seed } = record.header;
  const gate = gateOf(record);
  const standings = baselineStandings(gate);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool.name, semanticVersion: tool.version, rules } },
        // Runs against several targets stand side by side, each with its own alerts.
        automationDetails: { id: `poolproof/${oneLine(target.id)}/${edition}/` },
        invocations: [sarifInvocation(gate)],
        columnKind: 'utf16CodeUnits',
        results: worstFirst(record.findings).map((finding) => ({
          ...sarifResult(finding, places.get(finding.clause) ?? -1, record, program),
          ...gateLevel(finding.id, gate),
          ...baselineResult(standings.get(finding.id)),
        })),
        properties: { target: target.id, edition, basis, seed },
      },
    ],
  };
}

// An error is what counts against the gate; what the target does not implement is none, whatever its level.
function gateLevel(id: string, gate: Gate): Pick<Result, 'level'> {
  if (gate.against.includes(id)) return { level: 'error' };
  return gate.notImplemented?.includes(id) ? { level: 'note' } : {};
}

// What fails the gate besides findings, which are results, is listed here.
function sarifInvocation(gate: Gate): Invocation {
  const others = gate.reasons.filter((reason) => reason !== 'findings' && reason !== 'expired');
  const isComplete = !gate.reasons.includes('incomplete-run');
  if (others.length === 0) return { executionSuccessful: isComplete };
  const text = `Gate: ${gateSentence(gate)}`;
  return {
    executionSuccessful: isComplete,
    toolExecutionNotifications: [{ level: 'error', message: { text } }],
  };
}

// Clauses that only the record knows come after those of the contract.
function sarifRules({ header, findings }: RunRecord): ReportingDescriptor[] {
  const { clauses, byId } = contractOf(header.edition, header.basis);
  const unlisted = new Map(findings.filter(({ clause }) => !byId.has(clause)).map((each) => [each.clause, each]));
  return [
    ...clauses.map(({ id, says, evidence }) => sarifRule(id, says, levelOf(evidence), evidence)),
    ...[...unlisted.values()].map(({ clause, says, level, evidence }) => sarifRule(clause, says, level, evidence)),
  ];
}

function sarifRule(id: string, says: string, level: Level, evidence: Finding['evidence']): ReportingDescriptor {
  const sources = evidence.map(({ basis, date, source, note }) => `${basis}, ${date}, ${source}: ${note}`);
  return {
    id,
    shortDescription: { text: oneLine(says, 1_000) },
    help: { text: sources.length === 0 ? says : sources.join('\n') },
    defaultConfiguration: { level: severities[level] },
  };
}

function sarifResult(finding: Finding, ruleIndex: number, record: RunRecord, program: string): Result {
  const { id, clause, member, kind, level, expected, actual, count } = finding;
  return {
    ruleId: clause,
    ruleIndex,
    level: severities[level],
    message: { text: `${expected} ${actual} Reproduce: ${replayCommandLine(finding, record, program)}` },
    // Code scanning wants a file; the record is where all of it stands.
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(record.path ?? defaultRecordPath) },
          region: { startLine: record.findingLines?.get(id) ?? 1 },
        },
        logicalLocations: [{ fullyQualifiedName: member === '' ? testedOperation : member, kind: 'member' }],
      },
    ],
    partialFingerprints: {
      'finding/v1': fingerprint(id),
      primaryLocationLineHash: `${fingerprint(id).slice(0, 16)}:1`,
    },
    occurrenceCount: Math.max(1, count),
    properties: { id, kind },
  };
}

// By the finding alone, so that it is the same alert whatever the record's place and length.
function fingerprint(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

// A known finding that is accepted is an alert that somebody has dismissed, with the reason.
function baselineResult(standing: Standing | undefined): Pick<Result, 'baselineState' | 'suppressions'> {
  switch (standing?.word) {
    case undefined:
      return {};
    case 'new':
      return { baselineState: 'new' };
    case 'expired':
      return { baselineState: 'unchanged' };
    case 'known':
      return { baselineState: 'unchanged', suppressions: [{ kind: 'external', justification: standing.says }] };
  }
}
