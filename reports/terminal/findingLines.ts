import type { Finding } from '../../harness/record/record.ts';
import { grouped } from '../../specs/plural.ts';
import { clip, columnsOf } from '../text/columns.ts';
import type { Colors } from './labelled.ts';

/** A finding in two lines: how grave, what kind, which member and how often; what was expected and what came. */
export function findingLines(finding: Finding, colors: Colors, width: number): readonly string[] {
  const { level, kind, member, count } = finding;
  const times = `×${grouped(count)}`;
  const head = `  ${level.padEnd(6)} ${kind}  `;
  const place = clip(member === '' ? '(whole request)' : member, width - columnsOf(head) - columnsOf(times) - 1);
  const gap = ' '.repeat(Math.max(1, width - columnsOf(head) - columnsOf(place) - columnsOf(times)));
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
  const room = width - indent.length - columnsOf(' → ');
  const [wanted, came] = [expected, actual].map((sentence) => clip(sentence.replace(/\.$/, ''), room));
  const left = clip(wanted ?? '', Math.max(Math.min(roomForExpected, room / 2 + 4), room - columnsOf(came ?? '')));
  return `${indent}${left}${colors.dim(' → ')}${clip(came ?? '', room - columnsOf(left))}`;
}
