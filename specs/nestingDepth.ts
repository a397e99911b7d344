/** How many brackets of a JSON text are open at once at the most; those inside strings are text. Counting ends beyond `enough`. */
export function nestingDepth(text: string, enough = Number.POSITIVE_INFINITY): number {
  let depth = 0;
  let most = 0;
  for (let index = 0; index < text.length && most <= enough; index += 1) {
    const char = text.charCodeAt(index);
    if (char === quote) index = endOfString(text, index);
    else if (char === openBrace || char === openBracket) most = Math.max(most, ++depth);
    else if (char === openBrace + 2 || char === openBracket + 2) depth -= 1;
  }
  return most;
}

const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const openBracket = 0x5b;

// Texts are long and brackets few, so the next quote is looked for and what stands before it counted.
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text.charCodeAt(before - 1) === backslash) before -= 1;
  return (at - before) % 2 === 1;
}
