import type { Command } from 'commander';
import { helpAfterErrors } from './helpAfterErrors.ts';
import { programShell } from './programShell.ts';
import { subcommands } from './subcommands.ts';

/** The program with all its commands, before any argument is read. `docs/commands.md` is generated from it. */
export async function createProgram(exit: (status: number) => void): Promise<Command> {
  return programWith(Object.keys(subcommands), exit);
}

/** The program with some of its commands, for which alone their modules are loaded. */
export async function programWith(names: readonly string[], exit: (status: number) => void): Promise<Command> {
  const program = programShell();
  for (const name of names) {
    const add = await subcommands[name]?.();
    add?.(program, exit);
  }
  return helpAfterErrors(program);
}
