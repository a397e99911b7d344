import { RE2JS } from 're2js';
import { rememberMatches } from '../../specs/rememberMatches.ts';
import { characterMatcher } from './characterMatcher.ts';
import { fieldMatcher } from './fieldMatcher.ts';
import { plainMatcher } from './plainMatcher.ts';
import { toRe2 } from './toRe2.ts';

/**
 * Whether a whole string matches one of the service's Java patterns, as Java reads them; linear in the length of the string.
 * Compared with a real `java.util.regex` in javaPatterns.test.ts.
 */
export const matchesWhole = rememberMatches(
  (pattern) => fieldMatcher(pattern) ?? plainMatcher(pattern) ?? characterMatcher(pattern) ?? re2Matcher(pattern),
);

function re2Matcher(pattern: string): (text: string) => boolean {
  const regex = RE2JS.compile(toRe2(pattern));
  return (text) => regex.matches(text);
}
