/** The characters at which Java's dot stops unless `(?s)` is set, as a class of an ECMAScript pattern spells them. */
export const lineEnds = '\\n\\r\\u0085\\u2028\\u2029';
