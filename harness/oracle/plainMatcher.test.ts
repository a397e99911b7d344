import { expect } from 'chai';
import fc from 'fast-check';
import { RE2JS } from 're2js';
import { contractOf } from '../../specs/contract.ts';
import { plainMatcher } from './plainMatcher.ts';
import { toRe2 } from './toRe2.ts';

describe('the quick reading of a pattern', () => {
  const { clauses } = contractOf('2026-11-13', 'observed');
  const patterns = clauses.flatMap(({ constraint }) => (constraint.kind === 'pattern' ? [constraint.pattern] : []));
  const plain = [...new Set([...patterns, '(?s)[^@]+', '(?s).*\\{####\\}.*'])].flatMap((pattern) => {
    const read = plainMatcher(pattern);
    return read === undefined ? [] : [{ pattern, read }];
  });
  const pieces = [
    '{####}',
    '{##',
    '##}',
    '#',
    'a',
    'Z',
    '9',
    ' ',
    '\t',
    '\n',
    '\v',
    '\r',
    '\u0085',
    '\u2028',
    '@',
    '*',
  ];
  const wide = ['é', 'う', '𠮷', '\u0301', '\u200B', '\u0000', '\uD800', '😀', '½', '\u00A0'];
  const texts = fc.array(fc.constantFrom(...pieces, ...wide), { maxLength: 8 }).map((some) => some.join(''));

  it('is there for the patterns of long texts', () => {
    const long = clauses.flatMap(({ member, constraint }) =>
      constraint.kind === 'max' && constraint.of === 'length' && constraint.bound >= 20_000 ? [member] : [],
    );
    for (const { member, constraint } of clauses) {
      if (constraint.kind === 'pattern' && long.includes(member)) {
        expect(plainMatcher(constraint.pattern), member).to.not.equal(undefined);
      }
    }
    expect(plain.length).to.be.above(7);
  });

  for (const { pattern, read } of plain) {
    it(`says of ${pattern} what the other engine says`, () => {
      const engine = RE2JS.compile(toRe2(pattern));
      fc.assert(
        fc.property(texts, (text) => {
          expect(read(text), JSON.stringify(text)).to.equal(engine.matches(text));
        }),
        { numRuns: 1000 },
      );
    });
  }

  it('is left to the other engine where a pattern is richer', () => {
    for (const pattern of [
      '[a]+@[b]+',
      '([a]*)?',
      '[a]+_[a]+',
      'arn:.*',
      '.*aws:',
      '[a-z]{3}',
      '[a]*b[a]*',
      '[a]*|.*',
    ]) {
      expect(plainMatcher(pattern), pattern).to.equal(undefined);
    }
  });
});
