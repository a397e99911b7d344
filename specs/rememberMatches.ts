import { memoizeByText } from './memoize.ts';
import { TextMemory } from './textMemory.ts';

/** Whether a whole text matches a pattern. */
export type Matches = (pattern: string, text: string) => boolean;

// Names, words and ARNs come again and again, and a long text on its own, beside others and where it is sent. Long ones are
// kept for all patterns together: each takes as much memory as thousands of the others.
const longestShort = 128;
const mostShortCharacters = 30_000;
const mostLongCharacters = 700_000;

/** Matching that remembers, from what reads a pattern once and texts with it after that. */
export function rememberMatches(reader: (pattern: string) => (text: string) => boolean): Matches {
  const readerOf = memoizeByText((pattern) => ({
    read: reader(pattern),
    short: new TextMemory<boolean>(mostShortCharacters),
  }));
  const long = new TextMemory<Map<string, boolean>>(mostLongCharacters);
  return (pattern, text) => {
    const { read, short } = readerOf(pattern);
    if (text.length <= longestShort) return short.recall(text, read);
    const known = long.recall(text, () => new Map<string, boolean>());
    const matches = known.get(pattern) ?? read(text);
    known.set(pattern, matches);
    return matches;
  };
}
