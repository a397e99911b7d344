import { basename, dirname } from 'node:path';
import { escapeInvisible } from '../../harness/figures/visibleText.ts';
import type { Finding, RunRecord } from '../../harness/record/record.ts';
import type { RenderOptions } from '../reporter.ts';
import { columnCount } from '../text/columns.ts';
import { defaultProgram, replayArguments, runArguments } from '../text/commands.ts';
import type { Colors } from './labelledLines.ts';

/** Where to look, how to send the finding again that the report names first, and how to repeat the run. Commands are never cut. */
export function nextLines(
  record: RunRecord,
  {
    files = [],
    program = defaultProgram,
    first,
  }: Pick<RenderOptions, 'files' | 'program'> & { readonly first: Finding | undefined },
  colors: Colors,
  width: number,
): readonly string[] {
  return [
    ...fileLines(record, files, colors),
    ...(first === undefined
      ? []
      : commandLines('replay', [`${program} replay`, ...replayArguments(first, record).slice(1)], colors, width)),
    ...commandLines('run again', [program, ...runArguments(record.header)], colors, width),
  ];
}

// The folder once, then the names in it, the page for people first; never cut, so that they can be opened.
function fileLines({ path }: RunRecord, files: readonly string[], colors: Colors): readonly string[] {
  const pages = files.filter((file) => file.endsWith('.html'));
  const all = [...new Set([...pages, ...(path === undefined ? [] : [path]), ...files])].map(escapeInvisible);
  const folders = Map.groupBy(all, (file) => dirname(file));
  return [...folders].map(
    ([folder, own], index) =>
      `${colors.dim(index === 0 ? 'files' : '     ')}       ${folder}/: ${own.map((file) => basename(file)).join(', ')}`,
  );
}

function commandLines(label: string, words: readonly string[], colors: Colors, width: number): readonly string[] {
  const indent = 12;
  const lines: string[] = [];
  for (const word of words.map(escapeInvisible)) {
    const last = lines.at(-1);
    // Two columns are kept for the backslash that lets a command go on.
    if (last !== undefined && columnCount(last) + columnCount(word) + 3 <= width - indent) {
      lines.splice(-1, 1, `${last} ${word}`);
    } else lines.push(last === undefined ? word : `  ${word}`);
  }
  return lines.map((line, index) => {
    const head = index === 0 ? label : '';
    const tail = index < lines.length - 1 ? ' \\' : '';
    return `${colors.dim(head)}${' '.repeat(indent - head.length)}${line}${tail}`;
  });
}
