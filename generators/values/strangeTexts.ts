/** Letters, marks and symbols over which servers were seen to fail: a legal text may hold all of them. */
export const strangeWords: readonly string[] = [
  // Astral: two UTF-16 units each, and a mathematical one that upper-casing does not touch.
  '𠮷野家',
  '😀😀',
  '𝒞𝓸𝓭𝓮',
  // Combining marks: composed, decomposed, and many on one letter.
  'é',
  'e\u0301',
  `a${'\u0316\u0301\u0359'.repeat(6)}`,
  // Written from right to left.
  'שלום',
  'مرحبا',
  // What changes its length when its case is changed.
  'ß',
  'İstanbul',
  'ŉ',
  // What programs take for something else.
  '%s%n%d',
  '$\u0026{code}',
  "'; --",
  '<b>&lt;</b>',
  '\\u0041',
  '\\\\host\\share',
  '{{code}}',
  'null',
  'NaN',
];

/** Every normalization of Unicode changes it: a composed and a decomposed letter, two signs for one letter, and a ligature. */
export const unnormalizedText = 'é e\u0301 \u212B \uFB01';

/**
 * What programs change in prose: two spaces, a quote, an entity, markup, what stands for other characters in addresses, a place for
 * a value, and a sign that is followed by the choice of its form.
 */
// biome-ignore lint/suspicious/noTemplateCurlyInString: it is there to be left alone.
export const proseText = "<i>Tom's</i>  &amp; co: 100%25, a+b, ${x}, C:\\new, ☎\uFE0F";

/** Characters without a shape of their own, which programs drop from texts; a pattern without classes takes them. */
export const invisibleText = '\uFEFFA\u200BB\u00AD \u200EC\u00A0D\u202C 👩\u200D💻';

/** Names that objects and paths have already. They are legal as the keys and values of tags. */
export const reservedNames: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  'length',
  '../../etc/passwd',
  './..//',
  'a/b=c:d@e',
  '0',
  '-1',
  '1e3',
  'null',
  'true',
  'undefined',
  'שלום',
  '日本語',
  'ſtrange',
  '\u212B',
];

/** Characters that no pattern with an end takes: without a shape, without a width, or turning the text around. */
export const strangeCharacters: readonly string[] = ['\u0000', '\u202E', '\uFEFF', '\u00AD', '\u007F'];
