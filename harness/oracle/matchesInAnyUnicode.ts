import { hasUnstableCharacter, unstableCharacters } from '../../specs/unstableCharacters.ts';
import type { Truth } from './condition.ts';
import { matchesWhole } from './matchesWhole.ts';

/** Never assigned in any version of Unicode so far. */
const unassigned = '\u0378';

/**
 * Whether a whole string matches a pattern of the service; "unknown" where that depends on the version of Unicode, because
 * the pattern asks for a category and the string has a character that older versions do not know.
 */
export function matchesInAnyUnicode(pattern: string, text: string): Truth {
  if (!pattern.includes('\\p{') || !hasUnstableCharacter(text)) return matchesWhole(pattern, text);
  const [assigned, not] = ['a', unassigned].map((other) =>
    matchesWhole(pattern, text.replaceAll(unstableCharacters, other)),
  );
  return assigned === not ? assigned === true : 'unknown';
}
