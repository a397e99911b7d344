/** The text as a quoted here-document, the redirection and its lines apart. The delimiter is no line of the text. */
export function heredoc(text: string, name: string): { readonly redirect: string; readonly lines: readonly string[] } {
  const lines = text.split('\n');
  const delimiter = freeDelimiter(name, new Set(lines));
  return { redirect: `<<'${delimiter}'`, lines: [...lines, delimiter] };
}

function freeDelimiter(name: string, lines: ReadonlySet<string>): string {
  let delimiter = name;
  for (let attempt = 1; lines.has(delimiter); attempt += 1) delimiter = `${name}_${attempt}`;
  return delimiter;
}
