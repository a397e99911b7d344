import { unstableRanges } from './unstableRanges.ts';

/**
 * Every character that counts among letters, marks, symbols, numbers and punctuation by one version of Unicode and not by
 * another. Which version the service's Java has is not known, so whether `\p{L}` and the like take such a character is open.
 */
export const unstableCharacters = new RegExp(`[${unstableRanges.split(' ').map(escapeRange).join('')}]`, 'gu');

/** Whether a text has such a character: most texts are before all ranges, and long ones say one character again and again. */
export function hasUnstableCharacter(text: string): boolean {
  return /[\u037f-\uffff]/.test(text) && text.replaceAll(/(.)\1+/gsu, '$1').search(unstableCharacters) !== -1;
}

function escapeRange(range: string): string {
  return range
    .split('-')
    .map((code) => `\\u{${code}}`)
    .join('-');
}
