import { setTimeout as pause } from 'node:timers/promises';
import { isUnimplemented } from '../judge/judge.ts';
import type { PoolLedger } from '../transport/poolLedger.ts';
import { removePool } from './removePool.ts';

/**
 * Deletes the pools that the ledger lists as open, in rounds, with a pause in milliseconds before each. Stops early if the
 * target is gone or cannot delete. Returns the ids that are left.
 */
export async function cleanUpPools(ledger: PoolLedger, pauses: readonly number[]): Promise<readonly string[]> {
  ledger.close();
  await ledger.settled();
  for (const wait of pauses) {
    if (ledger.open().length === 0) return [];
    if (wait > 0) await pause(wait);
    for (const id of ledger.open()) {
      const answer = await removePool(ledger.transport, id);
      const isGone = answer.kind === 'unanswered' && answer.why === 'refused';
      if (isGone || isUnimplemented(answer)) return ledger.open();
    }
  }
  return ledger.open();
}
