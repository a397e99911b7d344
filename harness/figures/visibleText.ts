// Controls, format characters (bidirectional overrides among them), surrogates, private use and unassigned; line and
// paragraph separators. Newline and tab are for the caller to decide.
const invisibleCharacters = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** The text with every character that would hide, move the cursor or turn the line around written as an escape. */
export function escapeInvisible(text: string): string {
  return text.replace(invisibleCharacters, (character) =>
    character === '\n' || character === '\t' ? character : escapeOf(character),
  );
}

/** The text on one line: visible, with every run of white space as one space, and no longer than `limit` characters. */
export function oneLine(text: string, limit = 200): string {
  return truncate(
    escapeInvisible(text.slice(0, limit * 4))
      .replace(/\s+/g, ' ')
      .trim(),
    limit,
  );
}

/** The text, cut with an ellipsis where it has more than `limit` characters. */
export function truncate(text: string, limit: number): string {
  const characters = Array.from(text.slice(0, limit * 2 + 2));
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}

function escapeOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
