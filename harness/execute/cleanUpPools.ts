import { setTimeout as pause } from 'node:timers/promises';
import { isUnimplemented } from '../judge/judge.ts';
import type { Answer } from '../transport/answer.ts';
import type { PoolLedger } from '../transport/poolLedger.ts';
import type { Transport } from '../transport/transport.ts';
import { mapConcurrently } from './mapConcurrently.ts';
import { removePool } from './removePool.ts';

/** How hard to try. */
export interface CleanUpSettings {
  /** Milliseconds before each round of deletions. */
  readonly pauses: readonly number[];
  /** Ends the attempts wherever they are. */
  readonly deadline?: AbortSignal;
}

/** The pools that are left of a run. */
export interface RemainingPools {
  readonly ids: readonly string[];
  /** Whether the target has no DeleteUserPool, so that nobody can be blamed for them. */
  readonly isUndeletable: boolean;
}

const concurrentDeletions = 4;

/** Milliseconds that a creation under way may still take, whatever the timeout: its answer has the id to delete. */
const creationWait = 10_000;

/** Deletions without an answer after which a target is taken to hang. */
const maximumUnanswered = 4;

/**
 * Deletes the pools that the ledger lists as open, in rounds. Stops early if the target is gone, hangs or has no DeleteUserPool,
 * and at the deadline.
 */
export async function cleanUpPools(ledger: PoolLedger, { pauses, deadline }: CleanUpSettings): Promise<RemainingPools> {
  ledger.close();
  const cleanUp = new CleanUp(ledger);
  await Promise.race([cleanUp.run(pauses), aborted(deadline)]);
  cleanUp.isOver = true;
  return { ids: ledger.open(), isUndeletable: cleanUp.isUndeletable };
}

class CleanUp {
  isOver = false;
  isUndeletable = false;
  private unanswered = 0;
  private readonly ledger: PoolLedger;

  constructor(ledger: PoolLedger) {
    this.ledger = ledger;
  }

  async run(pauses: readonly number[]): Promise<void> {
    await this.creations();
    for (const wait of pauses) {
      if (this.isOver || this.ledger.open().length === 0) return;
      if (wait > 0) await pause(wait);
      await mapConcurrently(this.ledger.open(), concurrentDeletions, (id) => this.remove(this.ledger.transport, id));
    }
  }

  private async creations(): Promise<void> {
    const waited = new AbortController();
    const limit = pause(creationWait, undefined, waited).catch(() => {});
    await Promise.race([this.ledger.settled(), limit]);
    waited.abort();
  }

  private async remove(transport: Transport, id: string): Promise<void> {
    if (this.isOver) return;
    const answer = await removePool(transport, id);
    this.isUndeletable ||= isUnimplemented(answer);
    this.unanswered = isTimeout(answer) ? this.unanswered + 1 : 0;
    this.isOver ||= this.isUndeletable || isConnectionRefused(answer) || this.unanswered >= maximumUnanswered;
  }
}

function isConnectionRefused(answer: Answer): boolean {
  return answer.kind === 'unanswered' && answer.why === 'refused';
}

function isTimeout(answer: Answer): boolean {
  return answer.kind === 'unanswered' && answer.why === 'timeout';
}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
}
