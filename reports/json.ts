import { summaryOf } from '../harness/figures/summary.ts';
import type { RunRecord } from '../harness/record/record.ts';
import { buildReport, type Report, type ReportFinding } from './buildReport.ts';
import type { Reporter } from './reporter.ts';

/** report.json: all figures and findings for other programs, as `report.schema.json` describes them. */
export const json: Reporter = {
  description: 'report.json: every figure and finding for other programs, with a published schema',
  fileName: 'report.json',
  render: (record, { program }) => jsonLines(withFewerScripts(buildReport(record, program), record)),
};

/** The report as the file has it. */
type ReportFile = Omit<Report, 'findings'> & {
  readonly findings: readonly (Omit<ReportFinding, 'reproduce'> & {
    readonly reproduce: Pick<ReportFinding['reproduce'], 'curl'> & Partial<ReportFinding['reproduce']>;
  })[];
};

// Every finding has its script for curl. Those for the other clients are half of the file, so the worst finding of each cause
// alone has them; report.html has all.
function withFewerScripts(report: Report, record: RunRecord): ReportFile {
  const worst = new Set(summaryOf(record).causes.map(({ findings }) => findings[0]?.id));
  const findings = report.findings.map((finding) =>
    worst.has(finding.id) ? finding : { ...finding, reproduce: { curl: finding.reproduce.curl } },
  );
  return { ...report, findings };
}

// A line for each finding: indentation would be a sixth of the file, and a line is what line tools and reviews want.
function jsonLines(report: ReportFile): string {
  const members = Object.entries(report).map(([name, value]) => `  ${JSON.stringify(name)}: ${indentedJson(value)}`);
  return `{\n${members.join(',\n')}\n}\n`;
}

function indentedJson(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;
}
