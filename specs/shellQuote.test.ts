import { execFileSync } from 'node:child_process';
import { expect } from 'chai';
import fc from 'fast-check';
import { shellQuote } from './shellQuote.ts';

describe('a quoted word', () => {
  it('is read back unchanged by bash, on one line and without hidden characters', () => {
    const part = fc.constantFrom(
      "'",
      '"',
      '\\',
      '$x',
      '`',
      ' ',
      '\n',
      '\t',
      '\u202e',
      '\u001b',
      'ü',
      '😀',
      '!',
      '|',
      'a',
    );
    const word = fc.array(part, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
        const quoted = words.map(shellQuote);
        expect(quoted.join('')).not.to.match(/[\p{C}\p{Zl}\p{Zp}]/u);
        const read = execFileSync('bash', ['-c', `printf '%s\\0' ${quoted.join(' ')}`], { encoding: 'utf8' });
        expect(read.split('\0').slice(0, -1)).to.deep.equal(words);
      }),
      { seed: 7, numRuns: 30 },
    );
  });

  it('is bare where it needs no quotes', () => {
    expect(shellQuote('https://x:1/a-b_c,d')).to.equal('https://x:1/a-b_c,d');
    expect(shellQuote('')).to.equal("''");
  });
});
