import { Command } from 'commander';
import { withProgram } from '../../reports/text/commands.ts';
import { testedOperation } from '../../specs/operation.ts';
import { version } from '../version.ts';
import { currentProgram } from './programName.ts';

/** The program without its commands. */
export function programShell(): Command {
  return new Command('poolproof')
    .description(
      `Contract tests and fuzzing for Amazon Cognito's ${testedOperation}: does a server answer as the API's contract says?`,
    )
    .version(version)
    .exitOverride()
    .showHelpAfterError('Run "poolproof --help" for the commands.')
    .configureOutput({
      writeOut: (text) => process.stdout.write(withProgram(text, currentProgram())),
      outputError: (text, write) => write(withProgram(text, currentProgram())),
    })
    .addHelpText('after', helpEnd);
}

const helpEnd = `
Exit status: 0 gate passed, 1 gate failed, 2 wrong use or configuration,
3 the run could not be completed, 130 interrupted.`;
