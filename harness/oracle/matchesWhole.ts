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
  const reader = readerOf(pattern);
  if (text.length > longestKept) return reader.read(text);
  const known = reader.known.get(text);
  if (known !== undefined) return known;
  if (reader.known.size > mostKept) reader.known.clear();
  const matches = reader.read(text);
  reader.known.set(text, matches);
  return matches;
}

interface PatternReader {
  readonly read: (text: string) => boolean;
  // Names, words and ARNs come again and again, long texts rarely do.
  readonly known: Map<string, boolean>;
}

const longestKept = 128;
const mostKept = 500;

const readerOf = memoizeByText(
  (pattern): PatternReader => ({
    read: fieldMatcher(pattern) ?? plainMatcher(pattern) ?? characterMatcher(pattern) ?? re2Matcher(pattern),
    known: new Map(),
  }),
);

function re2Matcher(pattern: string): (text: string) => boolean {
  const regex = RE2JS.compile(toRe2(pattern));
  return (text) => regex.matches(text);
}
