import { withProgram } from '../../reports/text/commands.ts';
import { currentProgram } from './programName.ts';

/** Prints a result to standard output. */
export function printResult(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Prints progress or an error to standard error; commands that it quotes are written as poolproof was started. */
export function printError(text: string): void {
  const line = withProgram(text, currentProgram());
  process.stderr.write(line.endsWith('\n') ? line : `${line}\n`);
}

/** Whether standard output should have colours. */
export function wantsColor(): boolean {
  const { NO_COLOR, CI, FORCE_COLOR } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '0') return true;
  return process.stdout.isTTY === true && CI === undefined;
}
