import { spawn } from 'node:child_process';

/** How a program ended. */
export interface ProgramResult {
  /** The exit status; null if it could not be started or was ended by a signal. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Settings of a program besides its arguments. */
export interface ProgramOptions {
  /** Milliseconds after which it is ended. */
  readonly timeout?: number;
  readonly cwd?: string;
  /** Told the process when it runs; what it returns is called when it has ended. */
  readonly watch?: (pid: number) => () => void;
}

/** Characters of each output stream that are kept. */
const keptOutput = 200_000;

/** Runs a program to its end and captures its output. Never throws: a program that cannot be started has status null. */
export function runProgram(
  program: string,
  args: readonly string[],
  { timeout, cwd, watch }: ProgramOptions = {},
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const output = { stdout: '', stderr: '' };
    const child = spawn(program, args, {
      ...(timeout === undefined ? {} : { timeout }),
      ...(cwd === undefined ? {} : { cwd }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = child.pid === undefined ? undefined : watch?.(child.pid);
    // It must not outlive this program.
    const end = () => child.kill();
    process.once('exit', end);
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].on('data', (chunk: Buffer) => {
        output[name] = (output[name] + chunk.toString()).slice(-keptOutput);
      });
    }
    child.once('error', (error) => resolve({ status: null, ...output, stderr: error.message }));
    child.once('close', (status, signal) => {
      process.off('exit', end);
      ended?.();
      const isLate = signal !== null && timeout !== undefined;
      const late = isLate ? `\nerror: it did not finish within ${Math.round(timeout / 60_000)} min` : '';
      resolve({ status, ...output, stderr: output.stderr + late });
    });
  });
}
