import { printError } from '../commands/print.ts';
import { UserError } from '../userError.ts';

/** Runs a program of the checkout and sets its exit status. Wrong use ends in a sentence, unknown options in the usage. */
export async function runWithUsage(
  usage: string,
  program: (args: readonly string[]) => Promise<number>,
): Promise<void> {
  try {
    process.exitCode = await program(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Error) || !isWrongUse(error)) throw error;
    const { code, hint, status } = error instanceof UserError ? error : { code: 'wrong-use', hint: usage, status: 2 };
    printError(`error[${code}]: ${error.message}\n  ${hint}`);
    process.exitCode = status;
  }
}

function isWrongUse(error: Error): boolean {
  if (error instanceof UserError) return true;
  return 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
