/** A Java pattern as RE2 has to read it: Java counts the vertical tab among `\s`, and its dot stops at every end of a line. */
export function toRe2(pattern: string): string {
  const isDotAll = pattern.startsWith('(?s)');
  return pattern.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]|\./gs, (token) => {
    if (token === '.') return isDotAll ? token : '[^\\n\\r\\x{85}\\x{2028}\\x{2029}]';
    if (token === '\\s') return '[\\s\\x0B]';
    return token.startsWith('[') ? token.replaceAll('\\s', '\\s\\x0B') : token;
  });
}
