import { type ChildProcess, spawn } from 'node:child_process';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { UserError } from '../userError.ts';

/** What is started, and how it is known to be ready. */
export interface StartSettings {
  /** For the shell. */
  readonly command: string;
  /** Any HTTP answer from here will do. */
  readonly endpoint: string;
  /** Milliseconds. */
  readonly readyTimeout: number;
  /** True ends the waiting. */
  readonly stopped?: () => boolean;
}

/** A target that runs as long as the run. */
export interface StartedTarget {
  /** The end of what it printed. */
  readonly output: () => string;
  /** How it ended, or null while it runs. */
  readonly ended: () => string | null;
  /** Ends it and all that it started. */
  readonly stop: () => Promise<void>;
}

/** Characters of a target's output that are kept. */
const keptOutput = 4000;

/** Milliseconds between two questions whether a target is there yet, and for it to end when asked to. */
const betweenTries = 100;
const graceful = 3000;

/** Starts a target by a shell command and waits until it answers. A UserError, with the end of its output, where it does not. */
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
  const target = new Started(command);
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
      `"${command}" ${how}.${target.told()}`,
      'Check the command, that --target is where it listens, and --ready-timeout.',
      3,
    );
  }
  return target;
}

/** What to say of a started target that ended while it was needed; nothing of one that runs. */
export function lastWords(target: StartedTarget | undefined): string {
  const how = target?.ended() ?? null;
  return target === undefined || how === null ? '' : `The target ${how}.${quoted(target.output())}`;
}

function quoted(output: string): string {
  const lines = output.trimEnd().split('\n').slice(-20);
  return output.trim() === ''
    ? ' It printed nothing.'
    : ` The end of its output:\n${lines.map((line) => `    ${line}`).join('\n')}`;
}

class Started implements StartedTarget {
  private readonly child: ChildProcess;
  private printed = '';
  private end: string | null = null;
  // However this process comes to its end, what it started must not outlive it.
  private readonly kill = () => this.signal('SIGKILL');

  constructor(command: string) {
    // A group of its own, for a shell passes no signal on to what it started.
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

  told(): string {
    return quoted(this.printed);
  }

  ended(): string | null {
    return this.end;
  }

  async stop(): Promise<void> {
    const deadline = performance.now() + graceful;
    this.signal('SIGTERM');
    while (this.groupIsAlive() && performance.now() < deadline) await pause(20);
    this.kill();
    process.off('exit', this.kill);
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

/** Whether anything speaks HTTP at an address; no certificate is asked for. */
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
