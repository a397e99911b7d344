import { buildReport, type Report } from './buildReport.ts';
import type { Reporter } from './reporter.ts';

/** report.json: all figures and findings for other programs, as `report.schema.json` describes them. */
export const json: Reporter = {
  description: 'report.json: every figure and finding for other programs, with a published schema',
  fileName: 'report.json',
  render: (record, { program }) => jsonLines(buildReport(record, program)),
};

// A line for each finding: indentation would be a sixth of the file, and a line is what line tools and reviews want.
function jsonLines(report: Report): string {
  const members = Object.entries(report).map(([name, value]) => `  ${JSON.stringify(name)}: ${indentedJson(value)}`);
  return `{\n${members.join(',\n')}\n}\n`;
}

function indentedJson(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;
}
