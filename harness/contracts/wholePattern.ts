/**
 * A pattern that is searched for in a text, as one that the whole text matches: the way in which the service, and so the
 * contract, reads patterns. Anchors at the ends only say that the whole is meant.
 */
export function wholePattern(searched: string): string {
  const starts = searched.startsWith('^');
  const ends = searched.endsWith('$') && !searched.endsWith('\\$');
  const inner = searched.slice(starts ? 1 : 0, ends ? -1 : undefined);
  // What is only looked for may stand anywhere, line breaks before and after it included.
  return `${starts ? '' : '(?s).*'}${inner}${ends ? '' : '.*'}`;
}

/** Whether two patterns that a whole text matches are one: anchors at the ends add nothing. */
export function isSamePattern(left: string | undefined, right: string | undefined): boolean {
  return bare(left) === bare(right);
}

function bare(pattern: string | undefined): string | undefined {
  return pattern?.replace(/^\^/, '').replace(/(?<!\\)\$$/, '');
}
