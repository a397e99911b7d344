import { constants } from 'node:os';

/** Lets a signal end this program through its exit handlers, so that what `runProgram` has started ends too. */
export function exitOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
