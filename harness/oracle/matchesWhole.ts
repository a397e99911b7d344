import { RE2JS } from 're2js';
import { memoizeByText } from '../../specs/memoize.ts';
import { characterMatcher } from './characterMatcher.ts';
import { fieldMatcher } from './fieldMatcher.ts';
import { plainMatcher } from './plainMatcher.ts';
import { toRe2 } from './toRe2.ts';

/**
 * Whether a whole string matches one of the service's Java patterns, as Java reads them; linear in the length of the string.
 * Compared with a real `java.util.regex` in javaPatterns.test.ts.
 */
export function matchesWhole(pattern: string, text: string): boolean {
  const { read, short, long } = readerOf(pattern);
  const isLong = text.length > longestShort;
  const known = isLong ? long : short;
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= (isLong ? mostLong : mostShort)) known.clear();
  const matches = read(text);
  known.set(text, matches);
  return matches;
}

interface PatternReader {
  readonly read: (text: string) => boolean;
  // Names, words and ARNs come again and again, and a long text on its own, beside others and where it is sent.
  readonly short: Map<string, boolean>;
  readonly long: Map<string, boolean>;
}

const longestShort = 128;
const mostShort = 500;
const mostLong = 40;

const readerOf = memoizeByText(
  (pattern): PatternReader => ({
    read: fieldMatcher(pattern) ?? plainMatcher(pattern) ?? characterMatcher(pattern) ?? re2Matcher(pattern),
    short: new Map(),
    long: new Map(),
  }),
);

function re2Matcher(pattern: string): (text: string) => boolean {
  const regex = RE2JS.compile(toRe2(pattern));
  return (text) => regex.matches(text);
}
