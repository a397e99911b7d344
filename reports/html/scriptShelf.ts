/** How a page carries one script: whole, cut with the whole on the shelf, or cut with the whole in report.json alone. */
export type ShelvedScript =
  | { readonly kind: 'whole'; readonly text: string }
  | { readonly kind: 'shelved'; readonly excerpt: string; readonly index: number }
  | { readonly kind: 'cut'; readonly excerpt: string };

/** Scripts taken apart into lines that many of them share. */
export interface Shelf {
  readonly lines: readonly string[];
  /** For each script its lines as runs: the place of the first, and how many follow one another there. */
  readonly scripts: readonly (readonly number[])[];
}

// Characters; together they keep a page of 400 findings with ordinary values below 2 MB.
const wholeScript = 6_000;
const allWholeScripts = 250_000;
const wholeShelf = 450_000;
const excerptSize = 160;

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
  // A short page is read without scripts too; of a long one a shelf is the greater part.
  const isShort = texts.reduce((sum, text) => sum + text.length, 0) <= allWholeScripts * share;
  let size = 0;
  const shelve = (text: string): ShelvedScript => {
    if (isShort && text.length <= wholeScript) {
      return { kind: 'whole', text };
    }
    const excerpt = excerptOf(text, excerptSize * share);
    const parts = text.split('\n');
    const fresh = parts.filter((line) => !lines.has(line));
    const cost = new Set(fresh).size * 4 + fresh.reduce((sum, line) => sum + line.length, 0) + 60;
    if (size + cost > wholeShelf * share) return { kind: 'cut', excerpt };
    size += cost;
    for (const line of parts) if (!lines.has(line)) lines.set(line, lines.size);
    shelved.push(runsOf(parts.map((line) => lines.get(line) ?? 0)));
    return { kind: 'shelved', excerpt, index: shelved.length - 1 };
  };
  const scripts = texts.map(shelve);
  return { scripts, shelf: { lines: [...lines.keys()], scripts: shelved } };
}

// Scripts share their helpers, so most of their lines follow one another on the shelf too.
function runsOf(places: readonly number[]): readonly number[] {
  const runs: number[] = [];
  let [start, count] = [places[0] ?? 0, 0];
  for (const place of places) {
    if (place !== start + count) {
      runs.push(start, count);
      [start, count] = [place, 0];
    }
    count += 1;
  }
  runs.push(start, count);
  return runs;
}

function excerptOf(text: string, size: number): string {
  return `${text.slice(0, size).replace(/[\ud800-\udbff]$/, '')}…`;
}
