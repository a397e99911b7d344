import type pico from 'picocolors';
import { columnCount, wrapText } from '../text/columns.ts';

/** picocolors, on or off. */
export type Colors = ReturnType<typeof pico.createColors>;

/** A line with a label in a column of its own, wrapped beside it. */
export function labelledLines(label: string, text: string, colors: Colors, width: number): readonly string[] {
  const indent = 12;
  return wrapText(text, width - indent).map((line, index) => {
    const head = index === 0 ? label : '';
    return `${colors.dim(head)}${' '.repeat(indent - columnCount(head))}${line}`;
  });
}
