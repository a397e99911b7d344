import { spawn } from 'node:child_process';
import { builtProgram } from './builtProgram.ts';
import { type FinishedCommand, finishedCommand } from './finishedCommand.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** Where a command is run: a new temporary folder by default, and variables beside those of this process. */
export interface CommandPlace {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the real command line in a process of its own, as a user starts it, and waits for its end. */
export function runOwnProcess(
  args: readonly string[],
  { cwd = temporaryFolder(), env = {} }: CommandPlace = {},
): Promise<FinishedCommand> {
  return finishedCommand(spawn(process.execPath, [builtProgram(), ...args], { cwd, env: environmentOf(env) }));
}

/** The environment of a command that is given some variables. */
export function environmentOf(given: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, CI: 'true', ...given };
}
