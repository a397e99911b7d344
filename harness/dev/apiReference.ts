import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One thing that an entry exports. */
interface Documented {
  readonly name: string;
  readonly comment: string;
  readonly declaration: string;
}

/**
 * The reference of one entry as Markdown: every exported function, constant and type with its docstring and declaration, read
 * from the compiled declarations below a folder.
 */
export function apiReference(entry: string, declarations: string, file: string): string {
  const documented = exportsOf(declarations, file).toSorted((left, right) => left.name.localeCompare(right.name));
  const sections = documented.map(({ name, comment, declaration }) =>
    [`## ${name}`, ...(comment === '' ? [] : [comment]), `\`\`\`ts\n${declaration}\n\`\`\``].join('\n\n'),
  );
  return `${[`# ${entry}`, 'Generated from the docstrings by `npm run api`.', ...sections].join('\n\n')}\n`;
}

/** What a declaration file exports, re-exports included. */
function exportsOf(folder: string, path: string): readonly Documented[] {
  const text = readFileSync(join(folder, path), 'utf8');
  const own = declarationsIn(text);
  const listed = [...text.matchAll(/export (?:type )?\{([^}]*)\} from '\.([^']+)\.(?:ts|js)'/g)].flatMap(
    ([, names = '', target = '']) => {
      const wanted = names.split(',').map((name) => name.replace(/^\s*type /, '').trim());
      const from = join(dirname(path), `.${target}.d.ts`);
      return exportsOf(folder, from).filter(({ name }) => wanted.includes(name));
    },
  );
  return [...own, ...listed];
}

const start = /^(?:export (?:declare )?(?:abstract )?(?:function|const|interface|type|class)|declare) (\w+)/;

function declarationsIn(text: string): readonly Documented[] {
  const lines = text.split('\n');
  const found: Documented[] = [];
  for (const [index, line] of lines.entries()) {
    const name = start.exec(line)?.[1];
    // Of what is not exported, only what an entry adds to the global scope is public.
    if (name === undefined || (line.startsWith('declare ') && name !== 'global')) continue;
    const declaration = untilEnd(lines.slice(index)).replaceAll(/^export (?:declare )?/gm, '');
    found.push({ name, comment: commentAbove(lines, index), declaration });
  }
  return found;
}

/** The lines of a declaration: to the first line that ends it outside of any bracket. */
function untilEnd(lines: readonly string[]): string {
  let depth = 0;
  const taken: string[] = [];
  for (const line of lines) {
    taken.push(line);
    if (!/^\s*(\/\*\*|\*)/.test(line)) depth += countMatches(line, /[{([]/g) - countMatches(line, /[})\]]/g);
    if (depth === 0 && /[;}]$/.test(line)) break;
  }
  return taken.join('\n');
}

function countMatches(line: string, pattern: RegExp): number {
  return [...line.matchAll(pattern)].length;
}

function commentAbove(lines: readonly string[], index: number): string {
  const first = lines.slice(0, index).findLastIndex((line) => line.startsWith('/**'));
  if (first < 0 || !lines[index - 1]?.trimEnd().endsWith('*/')) return '';
  const text = lines.slice(first, index).map((line) => line.replace(/^\s*\/?\*+\/?\s?/, '').replace(/\s*\*\/$/, ''));
  return text.join('\n').trim();
}
