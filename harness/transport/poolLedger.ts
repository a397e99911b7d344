import { isJsonObject, type JsonValue } from '../../specs/json.ts';
import { createOperation, deleteOperation } from '../../specs/operation.ts';
import { type Answer, isAccepted } from './answer.ts';
import { isUnknownPool } from './isUnknownPool.ts';
import type { Transport } from './transport.ts';

/** The run is over: only requests that delete pools are still sent. */
export class RunClosed extends Error {
  override readonly name = 'RunClosed';
}

/** The pools that a run has created and not yet deleted. */
export interface PoolLedger {
  readonly transport: Transport;
  readonly open: () => readonly string[];
  /** Whether a pool may have been created whose id was never received. */
  readonly lost: () => boolean;
  /** Resolves once every creation under way is answered or given up, abandoned ones included. */
  readonly settled: () => Promise<void>;
  /** Resolves once no request is under way, abandoned ones included. */
  readonly idle: () => Promise<void>;
  /** From now on only removals are sent. */
  readonly close: () => void;
}

/** Tracks the pools that were created through a transport and still exist. `changed` is called after every change. */
export function poolLedger(transport: Transport, changed: (open: readonly string[]) => void = () => {}): PoolLedger {
  return new Ledger(transport, changed);
}

class Ledger implements PoolLedger {
  readonly transport: Transport;
  private readonly inner: Transport;
  private readonly changed: (open: readonly string[]) => void;
  private readonly pools = new Set<string>();
  private readonly creations = new Set<Promise<unknown>>();
  private readonly underWay = new Set<Promise<unknown>>();
  private isClosed = false;
  private isLost = false;

  constructor(inner: Transport, changed: (open: readonly string[]) => void) {
    this.inner = inner;
    this.changed = changed;
    this.transport = {
      sent: inner.sent,
      route: inner.route,
      close: () => inner.close(),
      send: (...args) => this.send(...args),
    };
  }

  open(): readonly string[] {
    return [...this.pools];
  }

  lost(): boolean {
    return this.isLost || this.creations.size > 0;
  }

  async settled(): Promise<void> {
    await Promise.allSettled(this.creations);
  }

  async idle(): Promise<void> {
    await Promise.allSettled(this.underWay);
  }

  close(): void {
    this.isClosed = true;
  }

  private async send(...args: Parameters<Transport['send']>): Promise<Answer> {
    const [operation, , purpose] = args;
    if (this.isClosed && purpose !== 'removal') throw new RunClosed('The run is over.');
    if (operation === createOperation) return tracked(this.creations, this.create(args));
    const answer = await tracked(this.underWay, this.inner.send(...args));
    if (operation === deleteOperation) this.noteDeletion(args, answer);
    return answer;
  }

  private noteDeletion([, body]: Parameters<Transport['send']>, answer: Answer): void {
    if (isGone(answer) && this.pools.delete(namedIn(body))) this.changed(this.open());
  }

  private async create(args: Parameters<Transport['send']>): Promise<Answer> {
    const answer = await tracked(this.underWay, this.inner.send(...args));
    const id = isAccepted(answer) ? createdId(answer.body) : undefined;
    this.isLost ||= id === undefined && mayHaveMade(answer);
    if (id !== undefined) this.pools.add(id);
    this.changed(this.open());
    return answer;
  }
}

function tracked<T>(requests: Set<Promise<unknown>>, request: Promise<T>): Promise<T> {
  const done = () => requests.delete(request);
  requests.add(request);
  request.then(done, done);
  return request;
}

/** The id of the pool that an answer to CreateUserPool shows; some targets call it UserPoolId. */
export function createdId(body: JsonValue | undefined): string | undefined {
  const pool = isJsonObject(body) ? body.UserPool : undefined;
  if (!isJsonObject(pool)) return undefined;
  const id = pool.Id ?? pool.UserPoolId;
  return typeof id === 'string' ? id : undefined;
}

// After no answer or a server fault, the operation may have been carried out.
function mayHaveMade(answer: Answer): boolean {
  return answer.kind === 'unanswered' ? answer.why !== 'refused' && answer.why !== 'not-sent' : answer.status >= 500;
}

function isGone(answer: Answer): boolean {
  return isAccepted(answer) || isUnknownPool(answer);
}

function namedIn(body: string): string {
  return String((JSON.parse(body) as { readonly UserPoolId?: string }).UserPoolId);
}
