/** The first characters of a text, as a copy of its own: a slice would keep the whole text in memory for as long as it is kept. */
export function beginningOf(text: string, characters: number): string {
  if (text.length <= characters) return text;
  return Buffer.from(text.slice(0, characters), 'utf16le').toString('utf16le');
}
