import { escapeInvisible } from '../../harness/figures/visibleText.ts';

// Chinese, Japanese and Korean, full-width forms, and pictures.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f000}-\u{1faff}]/u;

/** How many columns of a terminal a text takes. */
export function columnCount(text: string): number {
  return Array.from(text).reduce((columns, character) => columns + widthOf(character), 0);
}

/** The text on one line in at most so many columns, cut with an ellipsis; nothing in it can move the cursor. */
export function clipText(text: string, columns: number): string {
  const line = escapeInvisible(text.slice(0, columns * 8))
    .replace(/\s+/g, ' ')
    .trim();
  if (columnCount(line) <= columns) return line;
  let kept = '';
  for (const character of line) {
    if (columnCount(kept) + widthOf(character) > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** The text in lines of at most so many columns, broken at spaces. */
export function wrapText(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  for (const word of escapeInvisible(text).split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && columnCount(last) + 1 + columnCount(word) <= columns)
      lines.splice(-1, 1, `${last} ${word}`);
    else lines.push(clipText(word, columns));
  }
  return lines;
}

function widthOf(character: string): number {
  if (/\p{M}/u.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}
