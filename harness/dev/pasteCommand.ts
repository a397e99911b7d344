import { spawn } from 'node:child_process';
import { type FinishedCommand, finishedCommand } from './finishedCommand.ts';

/** Runs a command as if it were pasted into a shell in a folder, with nothing of npm's in its environment, and waits for its end. */
export function pasteCommand(
  text: string,
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<FinishedCommand> {
  return finishedCommand(spawn('bash', ['-c', text], { cwd, env: { ...plainEnvironment(), ...env } }));
}

// npm tells its scripts much that the shell of a user does not know, and puts folders on their path.
function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH = '', ...rest } = process.env;
  const kept = Object.entries(rest).filter(([name]) => !/^(npm_|INIT_CWD$|POOLPROOF_|GITHUB_)/i.test(name));
  const path = PATH.split(':').filter((folder) => !folder.endsWith('node_modules/.bin'));
  return { ...Object.fromEntries(kept), PATH: path.join(':'), CI: 'true' };
}

/** A command that the terminal report prints beside a label, its lines put together. */
export function commandAfter(label: string, text: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith(label));
  if (start === -1) return '';
  let end = start;
  while (lines[end]?.endsWith('\\')) end += 1;
  return lines
    .slice(start, end + 1)
    .join('\n')
    .slice(label.length)
    .trim();
}
