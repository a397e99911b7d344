import type { Cause } from '../../harness/figures/causes.ts';
import { grouped } from '../../specs/plural.ts';
import { clipText, columnCount } from '../text/columns.ts';
import type { Colors } from './labelledLines.ts';

/** A cause in a line: its level, how many findings it has, what is wrong, and the member of its worst finding. */
export function causeLine({ level, says, findings }: Cause, colors: Colors, width: number): string {
  const count = grouped(findings.length).padStart(5);
  const head = `  ${level.padEnd(6)} ${count}  `;
  const room = width - columnCount(head);
  const text = clipText(says, room);
  const [worst] = findings;
  const place = clipText(shortMember(worst?.member ?? ''), Math.max(0, room - columnCount(text) - 2));
  const paint = level === 'must' ? colors.red : colors.yellow;
  const gap = ' '.repeat(Math.max(0, room - columnCount(text) - columnCount(place)));
  // Less than this of a member's name says nothing.
  const tail = columnCount(place) < 8 ? '' : `${gap}${colors.dim(place)}`;
  return `  ${paint(level.padEnd(6))} ${count}  ${colors.bold(text)}${tail}`;
}

// The end of a long name says more than its beginning.
function shortMember(member: string): string {
  if (member === '') return 'whole request';
  return member.length <= 40 ? member : `…${member.slice(-39)}`;
}
