import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { builtProgram } from './builtProgram.ts';
import type { AskedCommand } from './commandWorker.ts';
import type { FinishedCommand } from './finishedCommand.ts';

/** Processes that wait for a command; the others are at work. */
const idle: ChildProcess[] = [];

/** More would hold memory for nothing: few commands run side by side. */
const mostIdle = 2;

/** Runs a command in a process that has run others, which takes a third of the time of a process of its own. */
export async function runInWorker(asked: Omit<AskedCommand, 'script'>): Promise<FinishedCommand> {
  const worker = idle.pop() ?? startWorker();
  worker.ref();
  const finished = await finishedBy(worker, { ...asked, script: builtProgram() });
  worker.unref();
  if (idle.length < mostIdle) idle.push(worker);
  else worker.kill();
  return finished;
}

function startWorker(): ChildProcess {
  const worker = fork(join(builtProgram(), '..', 'commandWorker.js'), { stdio: 'ignore' });
  worker.channel?.unref();
  return worker;
}

function finishedBy(worker: ChildProcess, asked: AskedCommand): Promise<FinishedCommand> {
  return new Promise((resolve, reject) => {
    const onExit = (status: number | null, signal: string | null) =>
      reject(new Error(`"${asked.args.join(' ')}" ended the process of the tests: ${signal ?? `status ${status}`}.`));
    worker.once('exit', onExit);
    worker.once('message', (finished: FinishedCommand) => {
      worker.off('exit', onExit);
      resolve(finished);
    });
    worker.send(asked);
  });
}
