import { type ChildProcess, spawn } from 'node:child_process';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { UserError } from '../userError.ts';
import { quoteOutput, type StartedTarget } from './startedTarget.ts';

/** How to start a target, and how to tell that it is ready. */
export interface StartSettings {
  /** Run by the shell. */
  readonly command: string;
  /** Ready when this address gives any HTTP answer. */
  readonly endpoint: string;
  /** Milliseconds. */
  readonly readyTimeout: number;
  /** True cancels the wait. */
  readonly stopped?: () => boolean;
}

/** Characters of output kept. */
const keptOutput = 4000;

/** Milliseconds between readiness checks, and before SIGKILL follows SIGTERM. */
const betweenTries = 100;
const graceful = 3000;

/** Milliseconds that the end of a process which no longer answers may take to be seen. */
const untilSeen = 2000;

/** Starts a target by a shell command and waits until it answers. Throws a UserError with the end of its output if it does not. */
export async function startTarget(settings: StartSettings): Promise<StartedTarget> {
  const { command, endpoint, readyTimeout } = settings;
  if (await answers(endpoint)) {
    throw new UserError(
      'address-in-use',
      `Something answers at ${endpoint} already, before "${command}" was started.`,
      'Stop it, leave out --start, or give --target another port.',
      3,
    );
  }
  const target = new TargetProcess(command, endpoint);
  const deadline = performance.now() + readyTimeout;
  while (!(await answers(endpoint))) {
    const late = performance.now() > deadline;
    if (target.ended() === null && !late && settings.stopped?.() !== true) {
      await pause(betweenTries);
      continue;
    }
    const how = target.ended() ?? `did not answer at ${endpoint} within ${readyTimeout} ms`;
    await target.stop();
    throw new UserError(
      'target-not-started',
      `"${command}" ${how}.${target.quotedOutput()}`,
      'Check the command, that --target is where it listens, and --ready-timeout.',
      3,
    );
  }
  return target;
}

class TargetProcess implements StartedTarget {
  private readonly child: ChildProcess;
  private readonly endpoint: string;
  private printed = '';
  private end: string | null = null;
  // The started processes must not outlive this one.
  private readonly kill = () => this.signal('SIGKILL');

  constructor(command: string, endpoint: string) {
    this.endpoint = endpoint;
    // A process group of its own, because a shell does not forward signals.
    this.child = spawn(command, { shell: true, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.printed = (this.printed + chunk.toString()).slice(-keptOutput);
      });
    }
    this.child.once('error', (error) => (this.end ??= `could not be started: ${error.message}`));
    this.child.once('close', (code, signal) => (this.end ??= `ended with ${signal ?? `status ${code}`}`));
    process.once('exit', this.kill);
  }

  output(): string {
    return this.printed;
  }

  quotedOutput(): string {
    return quoteOutput(this.printed);
  }

  ended(): string | null {
    return this.end;
  }

  async settled(): Promise<void> {
    if (this.end !== null || (await answers(this.endpoint))) return;
    const deadline = performance.now() + untilSeen;
    while (this.ended() === null && performance.now() < deadline) await pause(20);
  }

  async stop(): Promise<void> {
    const deadline = performance.now() + graceful;
    this.signal('SIGTERM');
    while (this.groupIsAlive() && performance.now() < deadline) await pause(20);
    this.kill();
    process.off('exit', this.kill);
    // A signal that cannot be refused takes a moment too.
    const killed = performance.now() + untilSeen;
    while (this.groupIsAlive() && performance.now() < killed) await pause(20);
  }

  private groupIsAlive(): boolean {
    return this.signal(0);
  }

  private signal(signal: NodeJS.Signals | 0): boolean {
    try {
      return this.child.pid !== undefined && process.kill(-this.child.pid, signal);
    } catch {
      return false;
    }
  }
}

/** Whether an HTTP server answers at an address. Certificates are not verified. */
function answers(endpoint: string): Promise<boolean> {
  const url = new URL(endpoint);
  const send = url.protocol === 'https:' ? secure : plain;
  return new Promise((resolve) => {
    const asking = send(url, { timeout: 2000, rejectUnauthorized: false, agent: false }, (response) => {
      response.destroy();
      resolve(true);
    });
    asking.once('timeout', () => asking.destroy());
    asking.once('error', () => resolve(false));
    asking.end();
  });
}
