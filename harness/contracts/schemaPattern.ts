/** ASCII white space, which is all that `\s` means to the service. */
const asciiSpace = ' \\t\\n\\x0B\\f\\r';

/**
 * A pattern of the contract as JSON Schema reads patterns: searched for, so anchored, in ECMAScript with the `u` flag, which
 * knows no leading `(?s)` and takes `\s` for more than ASCII.
 */
export function schemaPattern(pattern: string): string {
  const isDotAll = pattern.startsWith('(?s)');
  const body = (isDotAll ? pattern.slice(4) : pattern).replace(/^\^/, '').replace(/(?<!\\)\$$/, '');
  return `^(?:${inEcmaScript(body, isDotAll)})$`;
}

function inEcmaScript(body: string, isDotAll: boolean): string {
  let isInClass = false;
  const written = (token: string): string => {
    if (token === '[') isInClass = true;
    if (token === ']') isInClass = false;
    if (token === '\\s') return isInClass ? asciiSpace : `[${asciiSpace}]`;
    return token === '.' && isDotAll && !isInClass ? '[\\s\\S]' : token;
  };
  return body.replaceAll(/\\.|[\s\S]/g, written);
}
