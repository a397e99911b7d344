import { Command } from 'commander';
import { version } from '../version.ts';
import { cleanCommand } from './cleanCommand.ts';
import { compareCommand } from './compareCommand.ts';
import { contractCommand } from './contractCommand.ts';
import { generateCommand } from './generateCommand.ts';
import { matrixCommand } from './matrixCommand.ts';
import { mergeCommand } from './mergeCommand.ts';
import { mutantsCommand } from './mutantsCommand.ts';
import { policyCommand } from './policyCommand.ts';
import { preflightCommand } from './preflightCommand.ts';
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
  const program = new Command('poolproof')
    .description(
      "Contract tests and fuzzing for Amazon Cognito's UpdateUserPool: does a server answer as the API's contract says?",
    )
    .version(version)
    .exitOverride()
    .showHelpAfterError('Run "poolproof --help" for the commands.')
    .configureOutput({ outputError: (text, write) => write(text) })
    .addHelpText('after', helpEnd);
  for (const add of subcommands) add(program, exit);
  for (const command of program.commands)
    command.exitOverride().showHelpAfterError(`Run "poolproof ${command.name()} --help" for its options.`);
  return program;
}

const helpEnd = `
Exit status: 0 gate passed, 1 gate failed, 2 wrong use or configuration,
3 the run could not be completed, 130 interrupted.`;
