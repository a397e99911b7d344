import { setImmediate } from 'node:timers/promises';
import { type Command, CommanderError } from 'commander';
import { messageOf } from '../session/messageOf.ts';
import { RunInterrupted } from '../transport/abortableTransport.ts';
import { UserError } from '../userError.ts';
import { loadProgram } from './loadProgram.ts';
import { outputErrors } from './outputErrors.ts';
import { printError } from './print.ts';
import { unknownVariables } from './unknownVariables.ts';

/** Runs the command line and returns its exit status; UserErrors are printed without a stack trace. */
export async function main(argv: readonly string[]): Promise<number> {
  const { lostOutput } = outputErrors();
  const status = await runArgv(argv);
  // A failed write is reported after the turn in which it was made.
  await setImmediate();
  const lost = lostOutput();
  if (lost === null) return status;
  printError(`error[lost-output]: Standard output could not be written: ${lost}.`);
  return Math.max(status, 3);
}

async function runArgv(argv: readonly string[]): Promise<number> {
  let status = 0;
  try {
    const program = await loadProgram(argv, (code) => (status = Math.max(status, code)));
    await warnOfVariables(program);
    await program.parseAsync([...argv], { from: 'user' });
    return status;
  } catch (error) {
    return errorStatus(error);
  }
}

/** One line for each: a mistake in a setting is told, and a variable that only looks like one does not stop a pipeline. */
async function warnOfVariables(program: Command): Promise<void> {
  const all = async () => (await import('./createProgram.ts')).createProgram(() => {});
  for (const sentence of await unknownVariables(process.env, program, all)) printError(`warning: ${sentence}`);
}

function errorStatus(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UserError) {
    printError(`error[${error.code}]: ${error.message}\n  hint: ${error.hint}`);
    return error.status;
  }
  // The signal has been answered.
  if (error instanceof RunInterrupted) return 130;
  if (error instanceof Error && 'syscall' in error) {
    printError(`error[system]: ${messageOf(error)}`);
    return 3;
  }
  printError(
    `error[defect]: poolproof failed because of a defect of its own.\n${error instanceof Error ? error.stack : String(error)}`,
  );
  return 3;
}
