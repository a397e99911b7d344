import { baselineStandings, countsAgainst } from '../harness/figures/baselineStandings.ts';
import { caseFigures } from '../harness/figures/caseFigures.ts';
import type { ClauseFigures } from '../harness/figures/clauseFigures.ts';
import { type Gate, gateOf } from '../harness/figures/gate.ts';
import { summaryOf } from '../harness/figures/summary.ts';
import { worstFirst } from '../harness/figures/worstFirst.ts';
import type { RunRecord } from '../harness/record/record.ts';
import { topLevelOf } from '../specs/member.ts';
import type { Reporter } from './reporter.ts';
import { defaultProgram, replayCommandLine } from './text/commands.ts';
import { gateSentence } from './text/gateSentence.ts';

/** ctrf-report.json: one test for each clause, in the Common Test Report Format. */
export const ctrf: Reporter = {
  description: 'ctrf-report.json: one test for each clause, in the Common Test Report Format',
  fileName: 'ctrf-report.json',
  render: (record, { program = defaultProgram }) => `${JSON.stringify(ctrfReport(record, program), null, 1)}\n`,
};

type Status = 'passed' | 'failed' | 'skipped' | 'other';

function ctrfReport(record: RunRecord, program: string): unknown {
  const { coverage, divergence, clauses } = summaryOf(record);
  const { tool, target, edition, basis, seed, startedAt } = record.header;
  const tests = [...testsOf(record, clauses, program), gateTest(gateOf(record))];
  const count = (status: Status): number => tests.filter((test) => test.status === status).length;
  const start = Date.parse(startedAt);
  return {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    results: {
      tool: { name: tool.name, version: tool.version },
      summary: {
        tests: tests.length,
        passed: count('passed'),
        failed: count('failed'),
        pending: 0,
        skipped: count('skipped'),
        other: count('other'),
        start,
        stop: start + Math.round(record.footer.durationMs),
      },
      tests,
      environment: { extra: { target, edition, basis, seed } },
      extra: { coverage, divergence },
    },
  };
}

function testsOf(record: RunRecord, clauses: readonly ClauseFigures[], program: string) {
  const { evidence } = caseFigures(record);
  const gate = gateOf(record);
  const standings = baselineStandings(gate);
  const findings = Map.groupBy(worstFirst(record.findings), ({ clause }) => clause);
  return clauses.map((clause) => {
    const ms = evidence.get(clause.id)?.ms ?? 0;
    const own = findings.get(clause.id) ?? [];
    const [worst] = own;
    return {
      name: clause.id,
      status: ctrfStatus(clause, countsAgainst(own, gate)),
      duration: Math.round(ms),
      suite: [suiteOf(clause)],
      ...(worst === undefined
        ? {}
        : { message: `${worst.expected} ${worst.actual}`, trace: replayCommandLine(worst, record, program) }),
      extra: {
        says: clause.says,
        level: clause.level,
        member: clause.member,
        cases: clause.cases,
        findings: own.map(({ id, kind, count, expected, actual }) => ({
          ...{ id, kind, count, expected, actual },
          ...(standings.has(id) ? { baseline: standings.get(id) } : {}),
        })),
      },
    };
  });
}

// What fails the gate besides findings, which belong to their clauses.
function gateTest(gate: Gate) {
  const failed = gate.reasons.some((reason) => reason !== 'findings' && reason !== 'expired');
  const status: Status = failed ? 'failed' : 'passed';
  return { name: 'gate', status, duration: 0, suite: ['Gate'], ...(failed ? { message: gateSentence(gate) } : {}) };
}

// What the gate lets through is no failure, so that a build server and the exit status say the same.
function ctrfStatus({ deviates, conforms, errored, undecided, inconclusive }: ClauseFigures, counts: boolean): Status {
  if (deviates > 0) return counts ? 'failed' : 'skipped';
  if (errored > 0) return 'other';
  if (conforms > 0) return 'passed';
  return undecided + inconclusive > 0 ? 'other' : 'skipped';
}

function suiteOf({ id, member }: ClauseFigures): string {
  if (member !== '') return topLevelOf(member);
  return id.startsWith('wire.') ? 'Wire' : 'Request';
}
