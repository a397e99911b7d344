/** A word as a POSIX shell reads it back unchanged; bare where nothing in it needs quotes. */
export function shellQuote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : singleQuote(word);
}

/** A word in single quotes, whatever it holds. */
export function singleQuote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
