import { Buffer } from 'node:buffer';
import { inflateRawSync } from 'node:zlib';
import { type JsonValue, parsedJson } from '../../specs/json.ts';

/** The commands that a report or a message shows to be pasted. `program` is how poolproof was started there. */
export function printedCommands(file: string, text: string, program: string): readonly string[] {
  const lines = plainTexts(file, text).flatMap((each) => each.replaceAll(/ \\\n\s*/g, ' ').split('\n'));
  return [...new Set(lines.flatMap((line) => commandsInLine(line, program)))];
}

function commandsInLine(line: string, program: string): readonly string[] {
  return line
    .split(`${program} `)
    .slice(1)
    .map((rest, index, all) => {
      const before = index === 0 ? line.slice(0, line.indexOf(`${program} `)) : (all[index - 1] ?? '');
      const closing = /[`"]$/.exec(before)?.[0];
      const end = closing === undefined ? -1 : closing === '`' ? rest.lastIndexOf('`') : rest.indexOf('"');
      return `${program} ${end === -1 ? rest : rest.slice(0, end)}`.trim();
    });
}

/** The texts of a file as a person or a program sees them. */
function plainTexts(file: string, text: string): readonly string[] {
  if (/\.(json|sarif)$/.test(file)) return stringsIn(parsedJson(text) ?? null);
  if (file.endsWith('.xml')) return [unescaped(text.replaceAll(/<[^>]*>/g, '\n'))];
  if (file.endsWith('.html')) return [...pageTexts(text), ...packedTexts(text).flatMap(pageTexts)];
  // A bar in the cell of a table is escaped.
  return file.endsWith('.md') ? [text.replaceAll(/^\|.*$/gm, (row) => row.replaceAll('\\|', '|'))] : [text];
}

function pageTexts(markup: string): readonly string[] {
  return unescaped(markup.replaceAll(/<\/?(code|pre|p|div|button|h\d)[^>]*>/g, '\n')).split('\n\n');
}

function packedTexts(page: string): readonly string[] {
  const blocks = page.matchAll(/<script type="application\/octet-stream" id="[^"]+">([^<]+)</g);
  return [...blocks].flatMap(([, block = '']) =>
    stringsIn(parsedJson(inflateRawSync(Buffer.from(block, 'base64')).toString()) ?? null),
  );
}

function stringsIn(value: JsonValue): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#10': '\n',
  amp: '&',
};

function unescaped(text: string): string {
  return text.replaceAll(/&(lt|gt|quot|apos|#39|#10|amp);/g, (whole, name) => entities[name] ?? whole);
}
