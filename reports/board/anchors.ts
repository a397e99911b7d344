/** The anchor of a target's section. */
export function targetAnchor(name: string): string {
  return `target-${anchorText(name)}`;
}

/** The anchor of a finding of a target. */
export function findingAnchor(name: string, finding: string): string {
  return `${anchorText(name)}--${anchorText(finding)}`;
}

// Every character that a link cannot carry becomes its code, so that different ids stay different.
function anchorText(text: string): string {
  return text.replace(/[^\w./-]/gu, (character) => `~${character.codePointAt(0)?.toString(16) ?? ''}`);
}
