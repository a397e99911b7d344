/** A text with a full stop at its end, unless it ends in one or in a question. */
export function asSentence(text: string): string {
  return /[.?]$/.test(text) ? text : `${text}.`;
}
