import type { Fault } from '../../harness/figures/faults.ts';
import { grouped } from '../../specs/plural.ts';
import { clip, columnsOf } from '../text/columns.ts';
import type { Colors } from './labelled.ts';

/** A fault in a line: how grave, what is wrong, and on how many of the clauses of its sort. */
export function faultLine({ level, says, clauses, judged }: Fault, colors: Colors, width: number): string {
  const share = `${grouped(clauses)} of ${grouped(judged)} ${judged === 1 ? 'clause' : 'clauses'}`;
  const head = `  ${level.padEnd(6)} `;
  const text = clip(says, width - columnsOf(head) - columnsOf(share) - 2);
  const gap = ' '.repeat(Math.max(2, width - columnsOf(head) - columnsOf(text) - columnsOf(share)));
  const paint = level === 'must' ? colors.red : colors.yellow;
  return `  ${paint(level.padEnd(6))} ${colors.bold(text)}${gap}${share}`;
}
