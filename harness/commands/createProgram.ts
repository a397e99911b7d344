import type { Command } from 'commander';
import { cleanCommand } from './cleanCommand.ts';
import { compareCommand } from './compareCommand.ts';
import { contractCommand } from './contractCommand.ts';
import { generateCommand } from './generateCommand.ts';
import { matrixCommand } from './matrixCommand.ts';
import { mergeCommand } from './mergeCommand.ts';
import { mutantsCommand } from './mutantsCommand.ts';
import { policyCommand } from './policyCommand.ts';
import { preflightCommand } from './preflightCommand.ts';
import { programShell } from './programShell.ts';
import { redactCommand } from './redactCommand.ts';
import { replayCommand } from './replayCommand.ts';
import { reportCommand } from './reportCommand.ts';
import { restoreCommand } from './restoreCommand.ts';
import { runCommand } from './runCommand.ts';
import { serveCommand } from './serveCommand.ts';
import { surveyCommand } from './surveyCommand.ts';
import { trendCommand } from './trendCommand.ts';

/** Adds a subcommand to the program; it reports the exit status by `exit`. */
export type Subcommand = (program: Command, exit: (status: number) => void) => void;

const subcommands: readonly Subcommand[] = [
  runCommand,
  replayCommand,
  reportCommand,
  matrixCommand,
  trendCommand,
  mergeCommand,
  compareCommand,
  redactCommand,
  serveCommand,
  mutantsCommand,
  generateCommand,
  contractCommand,
  surveyCommand,
  cleanCommand,
  restoreCommand,
  policyCommand,
  preflightCommand,
];

/** The program with all its commands, before any argument is read. `docs/commands.md` is generated from it. */
export function createProgram(exit: (status: number) => void): Command {
  const program = programShell();
  for (const add of subcommands) add(program, exit);
  for (const command of program.commands)
    command.exitOverride().showHelpAfterError(`Run "poolproof ${command.name()} --help" for its options.`);
  return program;
}
