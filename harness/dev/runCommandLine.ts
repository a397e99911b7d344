import { runInWorker } from './commandWorkers.ts';
import type { FinishedCommand } from './finishedCommand.ts';
import { type CommandPlace, environmentOf, runOwnProcess } from './runOwnProcess.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/**
 * Runs the real command line in a folder and waits for its end. The process may have run others, unless variables are given that
 * Node.js reads when it starts; `runOwnProcess` is for tests of what a process does.
 */
export function runCommandLine(args: readonly string[], place: CommandPlace = {}): Promise<FinishedCommand> {
  const { cwd = temporaryFolder(), env = {} } = place;
  if (Object.keys(env).some((name) => name.startsWith('NODE_'))) return runOwnProcess(args, { cwd, env });
  return runInWorker({ args, cwd, env: environmentOf(env) });
}
