import { main } from '../../commands/main.ts';
import type { FinishedCommand } from '../finishedCommand.ts';

/** A command line that the process is asked to run in a folder. */
export interface AskedCommand {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

process.on('message', async (asked: AskedCommand) => process.send?.(await finished(asked)));

async function finished({ args, cwd, env }: AskedCommand): Promise<FinishedCommand> {
  process.chdir(cwd);
  Object.assign(process.env, env);
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
