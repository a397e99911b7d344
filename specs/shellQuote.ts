import { Buffer } from 'node:buffer';

/** A word as a shell reads it back unchanged, on one line and without a character that hides; bare where nothing needs quotes. */
export function shellQuote(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return invisible.test(word) ? escapedQuote(word) : singleQuote(word);
}

/** A word in single quotes, whatever it holds. */
export function singleQuote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

const invisible = /[\p{C}\p{Zl}\p{Zp}]/u;

// Every bash reads bytes in this form; a POSIX shell alone does not, and has no other form on one line.
function escapedQuote(word: string): string {
  const parts = Array.from(word, (character) => {
    if (character === "'" || character === '\\') return `\\${character}`;
    return invisible.test(character) ? Array.from(Buffer.from(character), byteEscape).join('') : character;
  });
  return `$'${parts.join('')}'`;
}

function byteEscape(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}
