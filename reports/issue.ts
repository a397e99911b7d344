import type { Cause } from '../harness/figures/causes.ts';
import { summaryOf } from '../harness/figures/summary.ts';
import { targetTitle } from '../harness/figures/targetTitle.ts';
import { targetVersion } from '../harness/figures/targetVersion.ts';
import { oneLine } from '../harness/figures/visibleText.ts';
import type { Finding, RunRecord } from '../harness/record/record.ts';
import type { Evidence } from '../specs/evidence.ts';
import { testedOperation } from '../specs/operation.ts';
import { plural } from '../specs/plural.ts';
import type { Reporter } from './reporter.ts';
import { curlScript } from './reproduce.ts';
import { defaultProgram, replayCommandLine } from './text/commands.ts';
import { markdownCommand, markdownText } from './text/markdownText.ts';

/** Markdown for the issue tracker of the target, about one finding or one cause: the most harmful cause unless one is named. */
export const issue: Reporter = {
  description: "an issue in Markdown for the target's tracker; --finding names a finding or a cause",
  fileName: null,
  render: (record, { finding, program = defaultProgram }) => {
    const subject = issueSubject(record, finding);
    return subject === undefined ? 'There is no finding to report.\n' : issueText(record, subject, program);
  },
};

/** What an issue is about: a finding, with its cause where the issue is about all of it. */
export interface IssueSubject {
  readonly finding: Finding;
  readonly cause: Cause | null;
}

/** The subject with this id, of a finding or of a cause; without an id the most harmful cause. Undefined where there is none. */
export function issueSubject(record: RunRecord, id: string | undefined): IssueSubject | undefined {
  const { causes } = summaryOf(record);
  const finding = record.findings.find((each) => each.id === id);
  if (finding !== undefined) return { finding, cause: null };
  const cause = id === undefined ? causes[0] : causes.find((each) => each.id === id);
  const worst = cause?.findings[0];
  return cause === undefined || worst === undefined ? undefined : { finding: worst, cause };
}

/** The issue: a title, what AWS does with its sources, what the target does, the script for curl, and the versions. */
export function issueText(
  record: RunRecord,
  { finding, cause }: IssueSubject,
  program: string,
  script: string = curlScript(finding, record, program),
): string {
  const parts = [
    `# ${testedOperation}: ${markdownText(titleOf(finding, cause), 120)}`,
    ...(cause === null ? [] : [causeParagraph(cause)]),
    '## What AWS does',
    markdownText(finding.expected, 600),
    ...sourcesOf(finding.evidence),
    `## What ${markdownText(targetTitle(record))} does`,
    markdownText(finding.actual, 600),
    '## Script',
    'It creates a user pool, prints it before and after the request, deletes it, and ends with `shown` or `not shown`.',
    fenced(script),
    ...(cause === null ? [] : otherFindings(cause)),
    '## Versions',
    versionLines(record, finding, program).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function titleOf({ says, member, kind }: Finding, cause: Cause | null): string {
  if (cause !== null) return cause.says;
  const place = member === '' ? '' : `${member}: `;
  return `${place}${titleVerbs[kind] ?? ''}${says.replace(/\.$/, '')}`;
}

const titleVerbs: Partial<Record<Finding['kind'], string>> = {
  'accepted-invalid': 'not enforced: ',
  'rejected-valid': 'a valid request is refused: ',
  'wrong-error': 'wrong error: ',
};

function causeParagraph({ change, findings }: Cause): string {
  return `${plural(findings.length, 'finding')} of a conformance run ${findings.length === 1 ? 'has' : 'have'} this cause; one of them is shown below. ${markdownText(change, 300)}`;
}

const mostSources = 4;

function sourcesOf(evidence: readonly Evidence[]): readonly string[] {
  const lines = evidence
    .slice(0, mostSources)
    .map(({ basis, date, source, note }) => `- ${basis}, ${date}: ${markdownText(note, 240)} (${sourceText(source)})`);
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function sourceText(source: string): string {
  return /^https:\/\/[\w./#?=&%+:@~-]+$/.test(source) ? `<${source}>` : markdownText(source, 200);
}

const mostFindings = 30;

function otherFindings({ findings }: Cause): readonly string[] {
  if (findings.length < 2) return [];
  const lines = findings.slice(0, mostFindings).map(({ id }) => `- ${markdownCommand(oneLine(id))}`);
  const more = findings.length - lines.length;
  return ['## All findings of this cause', [...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n')];
}

function versionLines(record: RunRecord, finding: Finding, program: string): readonly string[] {
  const { tool, target, edition, startedAt, seed } = record.header;
  return [
    `- target: ${markdownText(oneLine(target.id))}, version ${markdownText(targetVersion(record))}`,
    `- contract: edition ${edition}, level \`${finding.level}\`, finding ${markdownCommand(oneLine(finding.id, 300))}`,
    `- found by poolproof ${tool.version} on ${startedAt.slice(0, 10)}, seed ${seed}; again: ${markdownCommand(replayCommandLine(finding, record, program))}`,
  ];
}

// A fence longer than any run of back quotes in the text.
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}sh\n${text.replace(/\n$/, '')}\n${fence}`;
}
