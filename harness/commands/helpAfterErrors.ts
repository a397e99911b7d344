import type { Command } from 'commander';

/** Makes the commands of a program name their own help after a wrong option, and leave the exit to the caller. */
export function helpAfterErrors(program: Command): Command {
  for (const command of program.commands) {
    command.exitOverride().showHelpAfterError(`Run "poolproof ${command.name()} --help" for its options.`);
  }
  return program;
}
