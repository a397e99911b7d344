import type { RunRecord } from '../harness/record/record.ts';
import { badge } from './badge.ts';
import { ctrf } from './ctrf.ts';
import { har } from './har.ts';
import { html } from './html.ts';
import { issue } from './issue.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { Reporter } from './reporter.ts';
import type { ReportName } from './reportNames.ts';
import { sarif } from './sarif.ts';
import { terminal } from './terminal.ts';

export type { Report, ReportFinding } from './buildReport.ts';
export { buildReport } from './buildReport.ts';
export type { Change, Comparison } from './compareRecords.ts';
export { compareRecords } from './compareRecords.ts';
export { comparisonText } from './comparisonText.ts';
export { issueSubject } from './issue.ts';
export { buildMatrix } from './matrix/buildMatrix.ts';
export { matrixHtml } from './matrix/matrixHtml.ts';
export { matrixMarkdown } from './matrix/matrixMarkdown.ts';
export type { RenderOptions, Reporter } from './reporter.ts';
export type { Reproductions } from './reproduce.ts';
export { reproduce } from './reproduce.ts';
export { gateReasonText } from './text/gateSentence.ts';
export { buildTrend } from './trend/buildTrend.ts';
export { trendHtml } from './trend/trendHtml.ts';
export { trendMarkdown } from './trend/trendMarkdown.ts';
export { trendTerminal } from './trend/trendTerminal.ts';

/** The Markdown report of a run, for the summary of a job. */
export function markdownSummary(record: RunRecord, program: string): string {
  return markdown.render(record, { color: false, width: 80, program });
}

/** Every reporter by name. */
export const reporters: { readonly [name in ReportName]: Reporter } = {
  terminal,
  json,
  html,
  junit,
  markdown,
  ctrf,
  sarif,
  har,
  badge,
  issue,
};
