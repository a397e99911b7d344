/** A target process started for the run. */
export interface StartedTarget {
  /** The end of its output. */
  readonly output: () => string;
  /** How it exited, or null while it runs. */
  readonly ended: () => string | null;
  /** Waits a moment for its end where it no longer answers: a connection is refused before the process is seen to end. */
  readonly settled: () => Promise<void>;
  /** Stops it and all its child processes. */
  readonly stop: () => Promise<void>;
}

/** Describes a started target that exited too early; empty if it is running. */
export function describeEndedTarget(target: StartedTarget | undefined): string {
  const how = target?.ended() ?? null;
  return target === undefined || how === null ? '' : `The target ${how}.${quoteOutput(target.output())}`;
}

/** The end of what a target printed, as the end of a message. */
export function quoteOutput(output: string): string {
  const lines = output.trimEnd().split('\n').slice(-20);
  return output.trim() === ''
    ? ' It printed nothing.'
    : ` The end of its output:\n${lines.map((line) => `    ${line}`).join('\n')}`;
}
