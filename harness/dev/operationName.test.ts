import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { smithyNamespace, targetPrefix, testedOperation } from '../../specs/operation.ts';
import { root, sourceFiles } from './sourceFiles.ts';

/** The lines of a file that a program reads: neither comments nor imports. */
function codeLines(file: string): readonly string[] {
  return readFileSync(join(root, file), 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(\/\*\*|\*|\/\/|import )/.test(line));
}

describe('the name of the tested operation', () => {
  it('is written as text in specs/operation.ts and in the texts of the contract alone', () => {
    const word = `\\b${testedOperation}\\b`;
    const literal = new RegExp(
      `(['"\`])((?!\\1).)*${word}|^[^'"\`]*${word}(?!:)|${targetPrefix}[.'"\`]|${smithyNamespace}`,
    );
    const others = sourceFiles()
      .filter((file) => !file.endsWith('.test.ts') && !/^specs.(operation[.]ts|openQuestions[.]ts|clauses.)/.test(file))
      .flatMap((file) =>
        codeLines(file)
          .filter((line) => literal.test(line))
          .map((line) => `${file}: ${line.trim()}`),
      );
    expect(others).to.deep.equal([]);
  });
});
