import { oneLine } from '../../harness/figures/visibleText.ts';

/** A text in Markdown that stays what it is: on one line, with nothing in it that formats, links, mentions or ends a cell. */
export function markdownText(text: string, limit = 200): string {
  return oneLine(text, limit)
    .replace(/[&<>]/g, (character) => entities[character] ?? '')
    .replace(/[\\`*_{}[\]()#+!|~^-]/g, '\\$&')
    .replace(/@/g, '@\u200b')
    .replace(/\bhttps?:/gi, (scheme) => scheme.replace(':', '\\:'));
}

/** A text as code in the cell of a Markdown table. */
export function markdownCode(text: string, limit = 200): string {
  return markdownCommand(oneLine(text, limit)).replaceAll('|', '\\|');
}

/** A command, which is one line, as code in Markdown outside of tables; never cut, so that it can be pasted. */
export function markdownCommand(line: string): string {
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$/.test(line) ? ' ' : '';
  return line === '' ? '' : `${fence}${space}${line}${space}${fence}`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
