import { printError } from './print.ts';

/** Whether the user asked the run to end, and how urgently. */
export interface Interruption {
  /** The first signal, or null. */
  readonly reason: () => string | null;
  /** Aborted by the first signal: only pools are deleted or restored, and what is known is written. */
  readonly signal: AbortSignal;
  /** Aborted by the second signal: deleting and restoring get no more than a few seconds. */
  readonly urgent: AbortSignal;
  readonly release: () => void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Listens for SIGINT, SIGTERM and SIGHUP: the first ends the run in good order, the second gives up what still waits, and the
 * third exits at once with status 130. Says on standard error what the first two do.
 */
export function interruption(): Interruption {
  const [first, second] = [new AbortController(), new AbortController()];
  let reason: string | null = null;
  const onSignal = (signal: NodeJS.Signals) => {
    if (second.signal.aborted) process.exit(130);
    reason ??= signal;
    (first.signal.aborted ? second : first).abort();
    tellOfSignal(signal, second.signal.aborted);
  };
  for (const signal of signals) process.on(signal, onSignal);
  return {
    reason: () => reason,
    signal: first.signal,
    urgent: second.signal,
    release: () => {
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}

function tellOfSignal(signal: NodeJS.Signals, isUrgent: boolean): void {
  printError(
    isUrgent
      ? `${signal}: five more seconds for deletions; a third signal exits at once.`
      : `${signal}: pools are deleted or restored, and what is known is reported; a second signal shortens that.`,
  );
}
