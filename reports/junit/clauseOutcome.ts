import type { CaseLine, Deviation, Finding, Verdict } from '../../harness/record.ts';
import type { ClauseFigures } from '../summary/clauseFigures.ts';
import { replayCommand } from '../text/commands.ts';
import { plural } from '../text/plural.ts';
import { cut, oneLine } from '../text/visible.ts';
import { attributes, xmlText } from './xml.ts';

/** What a test case says of a clause: passed, or one element with the reason. */
export interface ClauseOutcome {
  readonly kind: 'passed' | 'failure' | 'error' | 'skipped';
  readonly xml: string | null;
}

/**
 * The outcome of a clause from the cases about it and its findings, worst first. A deviation outweighs all else, unless the
 * baseline knows all of its findings: then the test case is skipped.
 */
export function clauseOutcome(
  clause: ClauseFigures,
  cases: readonly CaseLine[],
  findings: readonly Finding[],
  isKnown: boolean,
): ClauseOutcome {
  if (clause.deviates > 0 && isKnown) return knownFindings(findings);
  if (clause.deviates > 0) return failure(clause, cases, findings);
  if (clause.errored > 0) return because('error', cases, 'errored');
  if (clause.conforms > 0) return { kind: 'passed', xml: null };
  for (const verdict of ['undecided', 'unsupported', 'inconclusive', 'skipped'] as const) {
    if (clause[verdict] > 0) return because('skipped', cases, verdict);
  }
  return { kind: 'skipped', xml: `<skipped${attributes({ message: 'not tested' })}/>` };
}

function knownFindings(findings: readonly Finding[]): ClauseOutcome {
  const message = `known: ${findings.map(({ id }) => id).join(', ') || 'under another clause'}`;
  const head = attributes({ type: 'known', message: oneLine(message, 300) });
  return { kind: 'skipped', xml: `<skipped${head}>${xmlText(findings.map(evidenceOf).join('\n\n'))}</skipped>` };
}

function because(kind: 'error' | 'skipped', cases: readonly CaseLine[], verdict: Verdict['kind']): ClauseOutcome {
  const found = cases.map((line) => line.verdict).find((candidate) => candidate.kind === verdict);
  const why = found !== undefined && 'why' in found ? found.why : '';
  const message = `${verdict}: ${oneLine(why, 300)}`;
  return { kind, xml: `<${kind}${attributes({ type: verdict, message })}>${xmlText(message)}</${kind}>` };
}

function failure(clause: ClauseFigures, cases: readonly CaseLine[], findings: readonly Finding[]): ClauseOutcome {
  const worst = findings[0] ?? deviationsFrom(clause.id, cases)[0];
  const message = worst === undefined ? clause.says : `${worst.expected} ${worst.actual}`;
  const head = attributes({ type: worst?.kind ?? 'deviates', message: oneLine(message, 300) });
  // Some build servers show the element's text alone, so all of it is said there.
  const text = findings.length > 0 ? findings.map(evidenceOf).join('\n\n') : clause.says;
  return { kind: 'failure', xml: `<failure${head}>${xmlText(text)}</failure>` };
}

function deviationsFrom(id: string, cases: readonly CaseLine[]): readonly Deviation[] {
  return cases
    .flatMap(({ verdict }) => (verdict.kind === 'deviates' ? verdict.deviations : []))
    .filter((deviation) => deviation.clause === id);
}

function evidenceOf(finding: Finding): string {
  const { id, says, level, kind, member, count, expected, actual, request, evidence } = finding;
  return [
    `${says} [${level}]`,
    `finding:  ${id}`,
    `kind:     ${kind}, in ${plural(count, 'case')}`,
    `member:   ${member === '' ? '(the request as a whole)' : member}`,
    `expected: ${expected}`,
    `actual:   ${actual}`,
    `request:  ${cut(typeof request === 'string' ? request : JSON.stringify(request), 2000)}`,
    ...evidence.map(({ basis, date, source, note }) => `evidence: ${basis}, ${date}, ${source}: ${note}`),
    `replay:   ${replayCommand(id).join(' ')}`,
  ].join('\n');
}
