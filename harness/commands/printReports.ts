import { join } from 'node:path';
import { reporters } from '../../reports/index.ts';
import type { RunRecord } from '../record/record.ts';
import { writeFileAtomically } from '../record/recordFile.ts';
import type { RunSettings } from '../settings/runSettings.ts';
import { printResult, wantsColor } from './print.ts';
import { currentProgram } from './programName.ts';

/** Prints the terminal report and writes the others into the out folder. */
export function printReports(
  record: RunRecord,
  { report, out, finding }: Pick<RunSettings, 'report' | 'out'> & { readonly finding?: string | undefined },
): void {
  const names = report.flatMap((name) => reporters[name].fileName ?? []);
  const files = names.map((name) => join(out, name));
  for (const name of report) {
    const { fileName, render } = reporters[name];
    const text = render(record, {
      color: fileName === null && wantsColor(),
      width: process.stdout.columns ?? 80,
      files,
      program: currentProgram(),
      finding,
    });
    if (fileName === null) printResult(text);
    else writeFileAtomically(join(out, fileName), text);
  }
}
