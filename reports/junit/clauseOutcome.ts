import { baselineStandings, countsAgainst, type Standings } from '../../harness/figures/baselineStandings.ts';
import type { ClauseEvidence } from '../../harness/figures/clauseEvidence.ts';
import type { ClauseFigures } from '../../harness/figures/clauseFigures.ts';
import type { Gate } from '../../harness/figures/gate.ts';
import { leftOutFindings } from '../../harness/figures/notImplemented.ts';
import { oneLine, truncate } from '../../harness/figures/visibleText.ts';
import type { Finding, RunRecord, Verdict } from '../../harness/record/record.ts';
import { plural } from '../../specs/plural.ts';
import { replayCommandLine } from '../text/commands.ts';
import { expectedResult } from '../text/expectedResult.ts';
import { attributes, xmlText } from './xml.ts';

/** What a test case says of a clause: passed, or one element with the reason. */
export interface ClauseOutcome {
  readonly kind: 'passed' | 'failure' | 'error' | 'skipped';
  readonly xml: string | null;
}

/**
 * The outcome of a clause from the cases about it and its findings, worst first. A deviation outweighs all else. Where none of
 * its findings counts against the gate the test case is skipped, so that a build server and the exit status say the same.
 */
export function clauseOutcome(
  clause: ClauseFigures,
  evidence: ClauseEvidence | undefined,
  findings: readonly Finding[],
  { gate, record, program }: { readonly gate: Gate; readonly record: RunRecord; readonly program: string },
): ClauseOutcome {
  if (clause.deviates > 0) {
    const context = { standings: baselineStandings(gate), record, program };
    return countsAgainst(findings, gate)
      ? failureOutcome(clause, evidence, findings, context)
      : notCounted(findings, context);
  }
  if (clause.errored > 0) return otherOutcome('error', evidence, 'errored');
  if (clause.conforms > 0) return { kind: 'passed', xml: null };
  for (const verdict of ['undecided', 'unsupported', 'inconclusive', 'skipped'] as const) {
    if (clause[verdict] > 0) return otherOutcome('skipped', evidence, verdict);
  }
  return { kind: 'skipped', xml: `<skipped${attributes({ message: 'not tested' })}/>` };
}

/** What the text of a finding says besides the finding itself. */
interface Context {
  readonly standings: Standings;
  readonly record: RunRecord;
  readonly program: string;
}

function notCounted(findings: readonly Finding[], context: Context): ClauseOutcome {
  const { standings } = context;
  const leftOut = new Set(leftOutFindings(context.record).map(({ id }) => id));
  const says = ({ id, level }: Finding): string =>
    standings.get(id)?.says || (leftOut.has(id) ? 'not implemented' : `${level}, which does not count`);
  const isKnown = findings.some(({ id }) => standings.get(id)?.word === 'known');
  const reasons = findings.map((finding) => `${finding.id} (${says(finding)})`);
  const message = `${isKnown ? 'known' : 'does not count'}: ${reasons.join(', ') || 'under another clause'}`;
  const head = attributes({ type: isKnown ? 'known' : 'does-not-count', message: oneLine(message, 300) });
  return { kind: 'skipped', xml: `<skipped${head}>${xmlText(findingsText(findings, context))}</skipped>` };
}

function otherOutcome(
  kind: 'error' | 'skipped',
  evidence: ClauseEvidence | undefined,
  verdict: Verdict['kind'],
): ClauseOutcome {
  const why = evidence?.why.get(verdict) ?? '';
  const message = `${verdict}: ${oneLine(why, 300)}`;
  return { kind, xml: `<${kind}${attributes({ type: verdict, message })}>${xmlText(message)}</${kind}>` };
}

function failureOutcome(
  clause: ClauseFigures,
  evidence: ClauseEvidence | undefined,
  findings: readonly Finding[],
  context: Context,
): ClauseOutcome {
  const worst = findings[0] ?? evidence?.deviation ?? undefined;
  const message = worst === undefined ? clause.says : `${worst.expected} ${worst.actual}`;
  const head = attributes({ type: worst?.kind ?? 'deviates', message: oneLine(message, 300) });
  // Some build servers show the element's text alone, so all of it is said there.
  const text = findings.length > 0 ? findingsText(findings, context) : clause.says;
  return { kind: 'failure', xml: `<failure${head}>${xmlText(text)}</failure>` };
}

function findingsText(findings: readonly Finding[], context: Context): string {
  return findings.map((finding) => findingText(finding, context)).join('\n\n');
}

function findingText(finding: Finding, { standings, record, program }: Context): string {
  const { id, says, level, kind, member, count, actual, request, evidence } = finding;
  const saying = standings.get(id)?.says ?? '';
  return [
    `${says} [${level}]`,
    `finding:  ${id}`,
    ...(saying === '' ? [] : [`baseline: ${saying}`]),
    `kind:     ${kind}, in ${plural(count, 'case')}`,
    `member:   ${member === '' ? '(the request as a whole)' : member}`,
    `expected: ${expectedResult(finding)}`,
    `actual:   ${actual}`,
    `request:  ${truncate(typeof request === 'string' ? request : JSON.stringify(request), 2000)}`,
    ...evidence.map(({ basis, date, source, note }) => `evidence: ${basis}, ${date}, ${source}: ${note}`),
    `replay:   ${replayCommandLine(finding, record, program)}`,
  ].join('\n');
}
