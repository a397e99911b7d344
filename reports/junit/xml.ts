// What XML 1.0 forbids even as a reference: most controls, surrogates that stand alone, and two non-characters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text as the content of an XML element: escaped, without the characters that XML 1.0 forbids. */
export function xmlText(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>\r]/g, (character) => references[character] ?? '');
}

/** Attributes with a space before each; a value keeps its line ends and tabs as references. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${attributeText(String(value))}"`)
    .join('');
}

/** An element around parts that are XML already. */
export function element(
  name: string,
  values: Readonly<Record<string, string | number>>,
  parts: readonly string[],
): string {
  const tag = `${name}${attributes(values)}`;
  return parts.length === 0 ? `<${tag}/>` : `<${tag}>\n${parts.join('\n')}\n</${name}>`;
}

function attributeText(value: string): string {
  return value.replace(forbidden, '').replace(/[&<>"\t\n\r]/g, (character) => references[character] ?? '');
}
