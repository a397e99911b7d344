import { type SharedParts, sharedParts } from '../text/sharedParts.ts';

/** How a page carries one text: whole, packed, or cut where the page has no room for it. */
export type PageText =
  | { readonly kind: 'whole'; readonly text: string }
  | { readonly kind: 'packed'; readonly index: number }
  | { readonly kind: 'cut'; readonly excerpt: string };

/** A text for a page: one to be read, or one that is copied alone. */
export interface TextToPack {
  readonly text: string;
  readonly isRead: boolean;
}

// Characters. What is packed takes an eighth of them as a rule, two thirds where no two values are alike.
const largestWhole = 6_000;
const allWhole = 250_000;
const allPacked = 900_000;
const excerptSize = 160;

/**
 * Shares a page's room among texts, the first served first: those to be read whole on a short page, else packed while there is
 * room, then cut. `share` is how much of the usual room they have.
 */
export function packTexts(
  texts: readonly TextToPack[],
  share = 1,
): {
  readonly texts: readonly PageText[];
  readonly packed: SharedParts;
} {
  // A short page is read without scripts too; of a long one the packed texts are the greater part.
  const isShort = texts.reduce((sum, { text, isRead }) => sum + (isRead ? text.length : 0), 0) <= allWhole * share;
  const lines = new Set<string>();
  const packed: string[] = [];
  let size = 0;
  const pack = ({ text, isRead }: TextToPack): PageText => {
    if (isShort && isRead && text.length <= largestWhole) return { kind: 'whole', text };
    const fresh = [...new Set(text.split('\n').filter((line) => !lines.has(line)))];
    const cost = fresh.reduce((sum, line) => sum + line.length + 4, 20);
    if (size + cost > allPacked * share) return { kind: 'cut', excerpt: excerptOf(text, excerptSize * share) };
    size += cost;
    for (const line of fresh) lines.add(line);
    packed.push(text);
    return { kind: 'packed', index: packed.length - 1 };
  };
  return { texts: texts.map(pack), packed: sharedParts(packed) };
}

function excerptOf(text: string, size: number): string {
  return `${text.slice(0, size).replace(/[\ud800-\udbff]$/, '')}…`;
}
