import { AssertionError } from 'node:assert';
import type { ReportFinding } from '../../reports/buildReport.ts';
import type { Reproductions } from '../../reports/reproduce.ts';
import type { ClauseId } from '../../specs/clause.ts';
import type { ClauseFigures } from '../figures/clauseFigures.ts';
import type { RunResult } from './runResult.ts';
import type { Skip } from './testFramework.ts';

/** Fails, skips or passes the test of one clause by what a run found. */
export function testClause(id: ClauseId, result: RunResult, script: keyof Reproductions, skip: Skip): void {
  const { findings, clauses, gate } = result.figures;
  const own = findings.filter(({ clause }) => clause === id);
  const failing = own.filter((finding) => gate.against.includes(finding.id));
  if (failing.length > 0) throw deviation(failing, script);
  const [weaker] = own;
  const tally = clauses.find((clause) => clause.id === id);
  if (weaker !== undefined) skip(whyNotFailing(weaker, result));
  else if (tally === undefined || tally.conforms === 0) skip(whyPending(id, tally, result));
}

/** Fails where the run found what belongs to none of these clauses, or was not completed. */
export function testRest(ids: readonly ClauseId[], result: RunResult, script: keyof Reproductions): void {
  const { problem, figures } = result;
  if (problem !== undefined) throw new AssertionError({ message: problem });
  const others = figures.findings.filter(
    ({ clause, id }) => !ids.includes(clause) && figures.gate.against.includes(id),
  );
  if (others.length > 0) throw deviation(others, script);
  if (result.outcome !== 'failed' || figures.gate.against.length > 0) return;
  throw new AssertionError({ message: `The gate failed: ${figures.gate.reasons.join(', ')}.` });
}

function deviation(findings: readonly ReportFinding[], script: keyof Reproductions): AssertionError {
  const [first] = findings;
  const message = findings.map((finding) => failureMessage(finding, script)).join('\n\n');
  return new AssertionError({ message, expected: first?.expected, actual: first?.actual, operator: 'conforms' });
}

function failureMessage(
  { id, level, count, expected, actual, request, reproduce }: ReportFinding,
  script: keyof Reproductions,
) {
  return [
    `${id} (${level}, ${count === 1 ? 'one case' : `${count} cases`})`,
    `  expected  ${expected}`,
    `  actual    ${actual}`,
    `  request   ${typeof request === 'string' ? request : JSON.stringify(request)}`,
    'Reproduce it with:',
    reproduce[script],
  ].join('\n');
}

function whyNotFailing({ id, level, actual }: ReportFinding, { figures: { gate } }: RunResult): string {
  if (gate.known.includes(id)) return `known by the baseline: ${actual}`;
  return gate.notImplemented?.includes(id) ? `not implemented: ${actual}` : `deviates at level ${level}: ${actual}`;
}

function whyPending(
  id: ClauseId,
  tally: Pick<ClauseFigures, 'cases' | 'undecided'> | undefined,
  { record }: RunResult,
): string {
  if (tally === undefined || tally.cases === 0) return 'no case of this run is about it';
  for (const { clause, verdict } of record.cases) {
    if (clause === id && verdict.kind === 'unsupported') return `not implemented: ${verdict.why}`;
    if (clause === id && 'why' in verdict) return `${verdict.kind}: ${verdict.why}`;
  }
  return 'undecided: the contract is silent';
}
