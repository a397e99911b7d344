/** Whether the user asked the run to end, and by which signal. */
export interface Interruption {
  readonly reason: () => string | null;
  readonly release: () => void;
}

/** Listens for SIGINT and SIGTERM: the first asks the run to end in good order, the second exits at once with status 130. */
export function interruption(): Interruption {
  let reason: string | null = null;
  const onSignal = (signal: NodeJS.Signals) => {
    if (reason !== null) process.exit(130);
    reason = signal;
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, onSignal);
  return {
    reason: () => reason,
    release: () => {
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}
