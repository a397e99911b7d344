import type { Command } from 'commander';

/** `poolproof contract`: reads the contract. */
export function contractCommand(program: Command, _exit: (status: number) => void): void {
  program.command('contract').description('read and compare contracts');
}
