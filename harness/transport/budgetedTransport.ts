import type { Transport } from './sdkTransport.ts';

/** The run may send no more. What it has begun is given up, what it has made is still taken away. */
export class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';

  constructor(most: number) {
    super(`The budget of ${most} requests is spent.`);
  }
}

/** Requests that it takes to delete a pool, lifting its protection first. */
const forRemoval = 3;

/**
 * A transport that throws BudgetSpent in place of sending more than so many requests. It keeps back what the removal of the open
 * pools may take, and of one more where the next request makes one.
 */
export function budgetedTransport(transport: Transport, most: number, openPools: () => number): Transport {
  // Requests under way may make pools too: they count as if they did.
  let making = 0;
  const kept = () => (openPools() + making) * forRemoval;
  return {
    sent: transport.sent,
    close: () => transport.close(),
    send: async (operation, body, purpose = 'test', form) => {
      const makes = operation === 'CreateUserPool' ? 1 : 0;
      const needed = 1 + makes * forRemoval;
      if (purpose !== 'removal' && transport.sent() + kept() + needed > most) throw new BudgetSpent(most);
      making += makes;
      try {
        return await transport.send(operation, body, purpose, form);
      } finally {
        making -= makes;
      }
    },
  };
}
