import { type ChildProcess, fork } from 'node:child_process';
import { siblingModule } from '../siblingModule.ts';
import type { Fetch } from '../targets/mock/fetchFrom.ts';
import { TargetGone } from '../transport/targetGone.ts';
import { UserError } from '../userError.ts';
import type { CarriedRequest, HandlersMessage } from './mswMessages.ts';
import { moduleHint } from './mswModule.ts';

/** msw handlers in a process of their own. */
export interface HandlersProcess {
  /** Rejects with TargetGone where the process has ended or ends meanwhile. */
  readonly fetch: Fetch;
  /** How the process ended before it was stopped; null if it runs. */
  readonly ended: () => string | null;
  readonly stop: () => void;
}

/**
 * Starts the handlers of a module in a process of their own: they may block, throw or end it, and the run goes on. Throws a
 * UserError if the module cannot be used, or is not loaded within so many milliseconds.
 */
export async function handlersProcess(path: string, loadingTime: number): Promise<HandlersProcess> {
  const handlers = new Handlers(path);
  try {
    await handlers.loaded(loadingTime);
    return handlers;
  } catch (error) {
    handlers.stop();
    throw error;
  }
}

type Settle = PromiseWithResolvers<Response>;

class Handlers implements HandlersProcess {
  private readonly path: string;
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, Settle>();
  private readonly ready = Promise.withResolvers<void>();
  private next = 0;
  private end: string | null = null;
  private isStopped = false;
  // The handlers must not outlive this process.
  private readonly kill = () => this.child.kill('SIGKILL');

  constructor(path: string) {
    this.path = path;
    // What the handlers print goes to standard error: standard output is for results.
    this.child = fork(siblingModule('mswWorker', import.meta.url), [path], {
      serialization: 'advanced',
      stdio: ['ignore', 2, 2, 'ipc'],
    });
    this.child.on('message', (message: HandlersMessage) => this.hear(message));
    this.child.once('error', (error) => this.endWith(`could not be run: ${error.message}`));
    this.child.once('exit', (code, signal) => this.endWith(`ended their process (${signal ?? `exit status ${code}`})`));
    process.once('exit', this.kill);
  }

  async loaded(ms: number): Promise<void> {
    const late = new UserError('no-handlers', `"${this.path}" was not loaded within ${ms} ms.`, moduleHint, 3);
    const timer = setTimeout(() => this.ready.reject(late), ms);
    try {
      await this.ready.promise;
    } finally {
      clearTimeout(timer);
    }
  }

  readonly fetch: Fetch = async (request) => {
    const body = new Uint8Array(await request.arrayBuffer());
    if (this.end !== null) throw new TargetGone(this.end);
    const id = this.next++;
    const { url, method, headers } = request;
    const answer = Promise.withResolvers<Response>();
    this.waiting.set(id, answer);
    this.send({ id, url, method, headers: [...headers], body });
    return answer.promise;
  };

  ended(): string | null {
    return this.end;
  }

  stop(): void {
    this.isStopped = true;
    this.kill();
    process.off('exit', this.kill);
  }

  private send(request: CarriedRequest): void {
    this.child.send(request, (error) => {
      if (error !== null) this.endWith(`can no longer be asked: ${error.message}`);
    });
  }

  private hear(message: HandlersMessage): void {
    switch (message.kind) {
      case 'ready':
        this.ready.resolve();
        break;
      case 'unfit':
        this.ready.reject(new UserError(message.code, message.message, message.hint));
        break;
      case 'thrown':
        this.endWith(`threw outside of an answer: ${message.why}`);
        break;
      case 'answer':
        this.settle(message.id)?.resolve(receivedResponse(message));
        break;
      case 'failed':
        this.settle(message.id)?.reject(new Error(message.why));
    }
  }

  private settle(id: number): Settle | undefined {
    const answer = this.waiting.get(id);
    this.waiting.delete(id);
    return answer;
  }

  private endWith(how: string): void {
    if (this.isStopped || this.end !== null) return;
    this.end = `the msw handlers ${how}`;
    const hint = 'Mend the module: its handlers have to answer and go on.';
    this.ready.reject(new UserError('no-handlers', `"${this.path}": ${this.end} while it was loaded.`, hint));
    for (const { reject } of this.waiting.values()) reject(new TargetGone(this.end));
    this.waiting.clear();
  }
}

function receivedResponse({ status, headers, body }: HandlersMessage & { readonly kind: 'answer' }): Response {
  const hasBody = ![204, 205, 304].includes(status);
  const received = headers.map(([name, value]): [string, string] => [name, value]);
  return new Response(hasBody ? Buffer.from(body) : null, { status, headers: received });
}
