import { testedOperation } from '../../specs/operation.ts';
import type { Scenario, Step } from './buildScenario.ts';

/** The requests of a scenario in one client's words, as lines of its script. */
export interface Sends {
  readonly before: readonly string[];
  /** The request in question. */
  readonly question: readonly string[];
  readonly after: readonly string[];
}

/** Writes every request of a scenario; `send` gives the lines that send one body as one operation. */
export function scenarioSends(
  { before, after, bodies }: Scenario,
  send: (operation: Step['operation'], text: string) => readonly string[],
): Sends {
  const lines = (steps: readonly Step[], texts: readonly string[]) =>
    steps.flatMap(({ operation }, index) => send(operation, texts[index] ?? ''));
  return {
    before: lines(before, bodies.before),
    question: send(testedOperation, bodies.request),
    after: lines(after, bodies.after),
  };
}
