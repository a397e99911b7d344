import type { Purpose } from './transport.ts';

/** How many times longer a repetition is waited for. */
export const repeatedWait = 3;

/** The wait for an answer in milliseconds, where a plain request has this timeout. */
export function waitFor(timeout: number, purpose?: Purpose): number {
  return purpose === 'repetition' ? repeatedWait * timeout : timeout;
}
