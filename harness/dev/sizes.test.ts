import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { root, sourceFiles } from './sourceFiles.ts';

/** A function at the top of a file, or a method of a class there. */
const functions =
  /^(?:export )?(?:async )?function\*? \w+[\s\S]*?^\}|^ {2}(?:(?:private|async|static|get) |\*)*\w+\([^\n]*\{\n[\s\S]*?^ {2}\}/gm;

function lengths(text: string): readonly number[] {
  return [...text.matchAll(functions)].map(([body]) => body.split('\n').length);
}

/** The share of numbers up to a limit. */
function share(numbers: readonly number[], limit: number): number {
  return numbers.filter((each) => each <= limit).length / numbers.length;
}

describe('the source', () => {
  const texts = sourceFiles()
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(root, file), 'utf8'));

  it('has files, half of which have 50 lines at most', () => {
    expect(
      share(
        texts.map((text) => text.split('\n').length - 1),
        50,
      ),
    ).to.be.above(0.5);
  });

  it('has functions, half of which have 7 lines at most', () => {
    expect(share(texts.flatMap(lengths), 7)).to.be.above(0.5);
  });

  it('is measured with functions and methods', () => {
    expect(lengths('function a() {\n}\n\nclass B {\n  c(): void {\n    d();\n  }\n}\n')).to.deep.equal([2, 3]);
  });
});
