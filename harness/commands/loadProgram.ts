import type { Command } from 'commander';
import { commandSummaries } from './commandSummaries.ts';
import { programShell } from './programShell.ts';

/**
 * The program that some arguments need: with the command that they name, else an overview of the commands, for which nothing of
 * them is loaded.
 */
export async function loadProgram(argv: readonly string[], exit: (status: number) => void): Promise<Command> {
  const [first = '--help'] = argv;
  const names = commandSummaries.map(({ usage }) => usage.split(' ', 1)[0]);
  if (!names.includes(first) && first !== 'help') return overview();
  const { createProgram, programWith } = await import('./createProgram.ts');
  return first === 'help' ? createProgram(exit) : programWith([first], exit);
}

function overview(): Command {
  const program = programShell();
  for (const { usage, description, hasOptions } of commandSummaries) {
    const command = program.command(usage).description(description);
    // The overview says which commands have options, and not which.
    if (hasOptions) command.option('--any');
  }
  return program;
}
