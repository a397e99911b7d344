import { newFirst } from '../../harness/figures/besideBaseline.ts';
import { gateOf } from '../../harness/figures/gate.ts';
import { visible } from '../../harness/figures/visible.ts';
import { worstFirst } from '../../harness/figures/worstFirst.ts';
import type { RunRecord } from '../../harness/record/record.ts';
import { columnsOf } from '../text/columns.ts';
import { replayCommand, runArguments } from '../text/commands.ts';
import type { Colors } from './labelled.ts';

/** Where to look, how to send the worst finding again, and how to repeat the run. Commands are never cut. */
export function nextLines(
  record: RunRecord,
  files: readonly string[],
  colors: Colors,
  width: number,
): readonly string[] {
  const [worst] = newFirst(worstFirst(record.findings), gateOf(record));
  const page = files.find((file) => file.endsWith('.html')) ?? files.find((file) => file.endsWith('.json'));
  return [
    ...(page === undefined ? [] : entry('report', [page], colors, width)),
    ...(worst === undefined ? [] : entry('replay', replayCommand(worst, record.path), colors, width)),
    ...entry('run again', ['npx poolproof', ...runArguments(record.header)], colors, width),
  ];
}

function entry(label: string, words: readonly string[], colors: Colors, width: number): readonly string[] {
  const indent = 12;
  const lines: string[] = [];
  for (const word of words.map(visible)) {
    const last = lines.at(-1);
    // Two columns are kept for the backslash that lets a command go on.
    if (last !== undefined && columnsOf(last) + columnsOf(word) + 3 <= width - indent) {
      lines.splice(-1, 1, `${last} ${word}`);
    } else lines.push(last === undefined ? word : `  ${word}`);
  }
  return lines.map((line, index) => {
    const head = index === 0 ? label : '';
    const tail = index < lines.length - 1 ? ' \\' : '';
    return `${colors.dim(head)}${' '.repeat(indent - head.length)}${line}${tail}`;
  });
}
