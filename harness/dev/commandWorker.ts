import { setFlagsFromString } from 'node:v8';
import { main } from '../commands/main.ts';
import type { FinishedCommand } from './finishedCommand.ts';

/** A command line that the process is asked to run, as if it were a new one. */
export interface AskedCommand {
  /** The script that a process of its own would have been started with. */
  readonly script: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

process.on('message', async (asked: AskedCommand) => process.send?.(await finished(asked)));
process.on('disconnect', () => process.exit());

async function finished({ script, args, cwd, env }: AskedCommand): Promise<FinishedCommand> {
  process.chdir(cwd);
  process.argv = [process.execPath, script, ...args];
  for (const name of Object.keys(process.env)) if (env[name] === undefined) delete process.env[name];
  Object.assign(process.env, env);
  // A command of many results sets it for the rest of its process.
  setFlagsFromString('--no-optimize-for-size');
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    process[name].removeAllListeners('error');
    process[name].write = (chunk: string | Uint8Array) => {
      written[name] += String(chunk);
      // A server goes on until it is told to stop.
      if (String(chunk).startsWith('Stop with Ctrl-C')) setImmediate(() => process.emit('SIGTERM'));
      return true;
    };
  }
  const status = await main(args);
  return { status, ...written };
}
