import type { ChildProcessWithoutNullStreams } from 'node:child_process';

/** The outcome of a command. */
export interface FinishedCommand {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Waits for a command's end; rejects if it cannot be started. */
export function finishedCommand(child: ChildProcessWithoutNullStreams): Promise<FinishedCommand> {
  return new Promise((resolve, reject) => {
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, stdout, stderr }));
  });
}
