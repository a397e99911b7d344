import { createOperation } from '../../specs/operation.ts';
import type { Transport } from './transport.ts';

/** The run may send no more requests. What it has begun is abandoned, the pools that it made are still deleted. */
export class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';
}

/** Requests that it takes to delete a pool, lifting its protection first. */
const requestsToRemoveAPool = 4;

/**
 * A transport that throws BudgetSpent instead of sending more than a number of requests. It reserves the requests that the
 * deletion of the open pools may take, and of one more if the next request creates one.
 */
export function budgetedTransport(transport: Transport, most: number, openPools: () => number): Transport {
  // Requests under way may make pools too: they count as if they did.
  let making = 0;
  const kept = () => (openPools() + making) * requestsToRemoveAPool;
  return {
    sent: transport.sent,
    route: transport.route,
    close: () => transport.close(),
    send: async (operation, body, purpose = 'test', form) => {
      const makes = operation === createOperation ? 1 : 0;
      const needed = 1 + makes * requestsToRemoveAPool;
      if (purpose !== 'removal' && transport.sent() + kept() + needed > most)
        throw new BudgetSpent(`The budget of ${most} requests is spent.`);
      making += makes;
      try {
        return await transport.send(operation, body, purpose, form);
      } finally {
        making -= makes;
      }
    },
  };
}
