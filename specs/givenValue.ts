/** A value in a message, `not "soon"`: as JSON, of a long one the beginning. */
export function givenValue(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  const text = (value === undefined ? undefined : JSON.stringify(value)) ?? String(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
