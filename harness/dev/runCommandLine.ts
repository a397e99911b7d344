import { spawn } from 'node:child_process';
import { builtProgram } from './builtProgram.ts';
import { type FinishedCommand, finishedCommand } from './finishedCommand.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** Runs the real command line in a folder (a new temporary one by default) and waits for its end. */
export function runCommandLine(
  args: readonly string[],
  {
    cwd = temporaryFolder(),
    env = {},
  }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<FinishedCommand> {
  const child = spawn(process.execPath, [builtProgram(), ...args], {
    cwd,
    env: { ...process.env, CI: 'true', ...env },
  });
  return finishedCommand(child);
}
