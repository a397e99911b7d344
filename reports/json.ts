import { reportOf } from './report.ts';
import type { Reporter } from './reporter.ts';

/** report.json: all figures and findings for other programs, as `report.schema.json` describes them. */
export const json: Reporter = {
  description: 'report.json: every figure and finding for other programs, with a published schema',
  fileName: 'report.json',
  render: (record) => `${JSON.stringify(reportOf(record), null, 2)}\n`,
};
