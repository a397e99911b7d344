import type pico from 'picocolors';
import { columnsOf, wrap } from '../text/columns.ts';

/** picocolors, on or off. */
export type Colors = ReturnType<typeof pico.createColors>;

/** A line with a label in a column of its own, wrapped beside it. */
export function labelled(label: string, text: string, colors: Colors, width: number): readonly string[] {
  const indent = 12;
  return wrap(text, width - indent).map((line, index) => {
    const head = index === 0 ? label : '';
    return `${colors.dim(head)}${' '.repeat(indent - columnsOf(head))}${line}`;
  });
}
