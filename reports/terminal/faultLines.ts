import type { Cause } from '../../harness/figures/causes.ts';
import { grouped } from '../../specs/plural.ts';
import { clipText, columnCount } from '../text/columns.ts';
import type { Colors } from './labelledLines.ts';

/** A fault in a line: how grave, what is wrong, and on how many of the clauses of its sort. */
export function faultLine({ level, says, clauses, judged }: Cause, colors: Colors, width: number): string {
  const share = `${grouped(clauses)} of ${grouped(judged)} ${judged === 1 ? 'clause' : 'clauses'}`;
  const head = `  ${level.padEnd(6)} `;
  const text = clipText(says, width - columnCount(head) - columnCount(share) - 2);
  const gap = ' '.repeat(Math.max(2, width - columnCount(head) - columnCount(text) - columnCount(share)));
  const paint = level === 'must' ? colors.red : colors.yellow;
  return `  ${paint(level.padEnd(6))} ${colors.bold(text)}${gap}${share}`;
}
