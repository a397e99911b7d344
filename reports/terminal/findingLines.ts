import type { Finding } from '../../harness/record/record.ts';
import { grouped } from '../../specs/plural.ts';
import { clipText, columnCount } from '../text/columns.ts';
import type { Colors } from './labelledLines.ts';

/** A finding in two lines: how grave, what kind, which member and how often; what was expected and what came. */
export function findingLines(finding: Finding, colors: Colors, width: number): readonly string[] {
  const { level, kind, member, count } = finding;
  const times = `×${grouped(count)}`;
  const head = `  ${level.padEnd(6)} ${kind}  `;
  const place = clipText(
    member === '' ? '(whole request)' : member,
    width - columnCount(head) - columnCount(times) - 1,
  );
  const gap = ' '.repeat(Math.max(1, width - columnCount(head) - columnCount(place) - columnCount(times)));
  const paint = level === 'must' ? colors.red : colors.yellow;
  return [
    `  ${paint(level.padEnd(6))} ${kind}  ${colors.bold(place)}${gap}${times}`,
    comparison(finding, colors, width),
  ];
}

// What was expected is mostly a short sentence with an error's name at its end, so it is cut last.
const roomForExpected = 40;

function comparison({ expected, actual }: Finding, colors: Colors, width: number): string {
  const indent = ' '.repeat(4);
  const room = width - indent.length - columnCount(' → ');
  const [wanted, came] = [expected, actual].map((sentence) => clipText(sentence.replace(/\.$/, ''), room));
  const left = clipText(
    wanted ?? '',
    Math.max(Math.min(roomForExpected, room / 2 + 4), room - columnCount(came ?? '')),
  );
  return `${indent}${left}${colors.dim(' → ')}${clipText(came ?? '', room - columnCount(left))}`;
}
