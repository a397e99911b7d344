import { RE2JS } from 're2js';
import { memoizeByText } from '../../specs/memoize.ts';
import { fieldMatcher } from './fieldMatcher.ts';
import { plainMatcher } from './plainMatcher.ts';

/**
 * Whether a whole string matches one of the service's Java patterns; linear in the length of the string. Java counts the
 * vertical tab among `\s`, RE2 does not; the patterns have `\s` in brackets alone.
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
  // Names, words and ARNs come again and again, long texts seldom do.
  readonly known: Map<string, boolean>;
}

const longestKept = 128;
const mostKept = 500;

const readerOf = memoizeByText(
  (pattern): PatternReader => ({
    read: fieldMatcher(pattern) ?? plainMatcher(pattern) ?? re2Matcher(pattern),
    known: new Map(),
  }),
);

function re2Matcher(pattern: string): (text: string) => boolean {
  const regex = RE2JS.compile(pattern.replaceAll('\\s', '\\s\\x0B'));
  return (text) => regex.matches(text);
}
