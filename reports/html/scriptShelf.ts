/** How a page carries one script: whole, cut with the whole on the shelf, or cut with the whole in report.json alone. */
export type ShelvedScript =
  | { readonly kind: 'whole'; readonly text: string }
  | { readonly kind: 'shelved'; readonly excerpt: string; readonly index: number }
  | { readonly kind: 'cut'; readonly excerpt: string };

/** Scripts taken apart into lines that many of them share. */
export interface Shelf {
  readonly lines: readonly string[];
  /** For each script the places of its lines. */
  readonly scripts: readonly (readonly number[])[];
}

// Characters; together they keep a page of 300 findings with ordinary values below 3 MB.
const wholeScript = 4_000;
const allWholeScripts = 700_000;
const wholeShelf = 600_000;
const excerptSize = 240;

/**
 * Shares a page's room among scripts, the first served first: whole while there is room for it, then by their lines on
 * the shelf, each line once, then cut. `share` is how much of the page's usual room there is.
 */
export function scriptShelf(
  texts: readonly string[],
  share = 1,
): {
  readonly scripts: readonly ShelvedScript[];
  readonly shelf: Shelf;
} {
  const lines = new Map<string, number>();
  const shelved: (readonly number[])[] = [];
  let whole = 0;
  let size = 0;
  const shelve = (text: string): ShelvedScript => {
    if (text.length <= wholeScript && whole + text.length <= allWholeScripts * share) {
      whole += text.length;
      return { kind: 'whole', text };
    }
    const excerpt = excerptOf(text, excerptSize * share);
    const parts = text.split('\n');
    const cost = [...new Set(parts)].reduce(
      (sum, line) => sum + (lines.has(line) ? 0 : line.length + 4),
      parts.length * 5,
    );
    if (size + cost > wholeShelf * share) return { kind: 'cut', excerpt };
    size += cost;
    for (const line of parts) if (!lines.has(line)) lines.set(line, lines.size);
    shelved.push(parts.map((line) => lines.get(line) ?? 0));
    return { kind: 'shelved', excerpt, index: shelved.length - 1 };
  };
  const scripts = texts.map(shelve);
  return { scripts, shelf: { lines: [...lines.keys()], scripts: shelved } };
}

function excerptOf(text: string, size: number): string {
  return `${text.slice(0, size).replace(/[\ud800-\udbff]$/, '')}…`;
}
