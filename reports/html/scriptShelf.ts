import { type SharedParts, sharedParts } from '../text/sharedParts.ts';

/** How a page carries one script: whole, on the shelf, or cut where the page has no room for it. */
export type ShelvedScript =
  | { readonly kind: 'whole'; readonly text: string }
  | { readonly kind: 'shelved'; readonly index: number }
  | { readonly kind: 'cut'; readonly excerpt: string };

// Characters. What is on the shelf is packed: to an eighth as a rule, to two thirds where no two values are alike.
const wholeScript = 6_000;
const allWholeScripts = 250_000;
const wholeShelf = 360_000;
const excerptSize = 160;

/**
 * Shares a page's room among scripts, the first served first: all whole on a short page, else on the shelf while there is room,
 * then cut. `share` is how much of their usual room texts outside the shelf have.
 */
export function scriptShelf(
  texts: readonly string[],
  share = 1,
): {
  readonly scripts: readonly ShelvedScript[];
  readonly shelf: SharedParts;
} {
  // A short page is read without scripts too; of a long one a shelf is the greater part.
  const isShort = texts.reduce((sum, text) => sum + text.length, 0) <= allWholeScripts * share;
  const lines = new Set<string>();
  const shelved: string[] = [];
  let size = 0;
  const shelve = (text: string): ShelvedScript => {
    if (isShort && text.length <= wholeScript) return { kind: 'whole', text };
    const fresh = [...new Set(text.split('\n'))].filter((line) => !lines.has(line));
    const cost = fresh.reduce((sum, line) => sum + line.length + 4, 20);
    if (size + cost > wholeShelf) return { kind: 'cut', excerpt: excerptOf(text, excerptSize * share) };
    size += cost;
    for (const line of fresh) lines.add(line);
    shelved.push(text);
    return { kind: 'shelved', index: shelved.length - 1 };
  };
  return { scripts: texts.map(shelve), shelf: sharedParts(shelved) };
}

function excerptOf(text: string, size: number): string {
  return `${text.slice(0, size).replace(/[\ud800-\udbff]$/, '')}…`;
}
