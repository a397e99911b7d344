import { CommanderError } from 'commander';
import { UserError } from '../userError.ts';
import { createProgram } from './createProgram.ts';
import { printError } from './print.ts';

/** Runs the command line and returns its exit status; UserErrors are printed without a stack trace. */
export async function main(argv: readonly string[]): Promise<number> {
  let status = 0;
  try {
    await createProgram((code) => (status = Math.max(status, code))).parseAsync([...argv], { from: 'user' });
    return status;
  } catch (error) {
    return errorStatus(error);
  }
}

function errorStatus(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UserError) {
    printError(`error[${error.code}]: ${error.message}\n  hint: ${error.hint}`);
    return error.status;
  }
  printError(
    `error[defect]: poolproof failed because of a defect of its own.\n${error instanceof Error ? error.stack : String(error)}`,
  );
  return 3;
}
