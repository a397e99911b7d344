import { caseFigures } from '../harness/figures/caseFigures.ts';
import type { ClauseFigures } from '../harness/figures/clauseFigures.ts';
import { clauseFigures } from '../harness/figures/clauseFigures.ts';
import { type Gate, gateOf } from '../harness/figures/gate.ts';
import { worstFirst } from '../harness/figures/worstFirst.ts';
import type { Finding, RunRecord } from '../harness/record/record.ts';
import { topLevelOf } from '../specs/member.ts';
import { clauseOutcome } from './junit/clauseOutcome.ts';
import { attributes, element, xmlText } from './junit/xml.ts';
import type { RenderOptions, Reporter } from './reporter.ts';
import { defaultProgram } from './text/commands.ts';
import { gateSentence } from './text/gateSentence.ts';

/** junit.xml: one test case for each clause, for the test views of build servers. */
export const junit: Reporter = {
  description: 'junit.xml: one test case for each clause, for build servers',
  fileName: 'junit.xml',
  render,
};

function render(record: RunRecord, { program = defaultProgram }: RenderOptions): string {
  const clauses = clauseFigures(record);
  const gate = gateOf(record);
  const findings = Map.groupBy(record.findings, ({ clause }) => clause);
  const testcases = [
    ...clauses.map((clause) => clauseTestcase(clause, findings.get(clause.id) ?? [], { record, gate, program })),
    gateTestcase(gate),
  ];
  const counts = {
    tests: testcases.length,
    failures: testcases.filter(({ kind }) => kind === 'failure').length,
    errors: testcases.filter(({ kind }) => kind === 'error').length,
    skipped: testcases.filter(({ kind }) => kind === 'skipped').length,
    time: seconds(record.footer.durationMs),
  };
  const { target, startedAt } = record.header;
  const suite = element(
    'testsuite',
    { name: target.id, ...counts, timestamp: startedAt.slice(0, 19), hostname: target.endpoint ?? target.id },
    [properties(record), ...testcases.map(({ xml }) => xml)],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: 'poolproof', ...counts }, [suite])}\n`;
}

function properties({ header }: RunRecord): string {
  const { tool, edition, basis, seed } = header;
  const entries = Object.entries({ version: tool.version, edition, basis, seed });
  const lines = entries.map(([name, value]) => `<property${attributes({ name, value })}/>`);
  return element('properties', {}, lines);
}

interface Testcase {
  readonly kind: string;
  readonly xml: string;
}

function clauseTestcase(
  clause: ClauseFigures,
  findings: readonly Finding[],
  context: { readonly record: RunRecord; readonly gate: Gate; readonly program: string },
): Testcase {
  const evidence = caseFigures(context.record).evidence.get(clause.id);
  const outcome = clauseOutcome(clause, evidence, worstFirst(findings), context);
  const time = seconds(evidence?.ms ?? 0);
  const head = { classname: `poolproof.${classOfClause(clause)}`, name: clause.id, time };
  return { kind: outcome.kind, xml: element('testcase', head, outcome.xml === null ? [] : [outcome.xml]) };
}

// What fails the gate besides findings, which belong to their clauses.
function gateTestcase(gate: Gate): Testcase {
  const failed = gate.reasons.some((reason) => reason !== 'findings' && reason !== 'expired');
  const message = gateSentence(gate);
  const xml = failed ? [`<failure${attributes({ type: 'gate', message })}>${xmlText(message)}</failure>`] : [];
  const head = { classname: 'poolproof.Gate', name: 'gate', time: seconds(0) };
  return { kind: failed ? 'failure' : 'passed', xml: element('testcase', head, xml) };
}

function classOfClause({ id, member }: ClauseFigures): string {
  if (member !== '') return topLevelOf(member);
  return id.startsWith('wire.') ? 'Wire' : 'Request';
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
