import type { Scenario, Step } from './scenario.ts';

/** The requests of a scenario in one client's words, as lines of its script. */
export interface Sends {
  readonly before: readonly string[];
  /** The request in question. */
  readonly question: readonly string[];
  readonly after: readonly string[];
}

/** Writes every request of a scenario; `send` gives the lines that send one body as one operation. */
export function sendsOf(
  { before, after, written }: Scenario,
  send: (operation: Step['operation'], text: string) => readonly string[],
): Sends {
  const lines = (steps: readonly Step[], texts: readonly string[]) =>
    steps.flatMap(({ operation }, index) => send(operation, texts[index] ?? ''));
  return {
    before: lines(before, written.before),
    question: send('UpdateUserPool', written.request),
    after: lines(after, written.after),
  };
}
