import { expect } from 'chai';
import { fractionalNumbers } from './fractionalNumbers.ts';

/** A text, and the numbers that it writes with a fraction or an exponent. */
const texts: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ['a fraction of nothing', '{"a":{"b":8.0}}', { 'a.b': '8.0' }],
  ['an exponent', '{"a": 8e0, "b" : -1E+2}', { a: '8e0', b: '-1E+2' }],
  ['a real fraction', '{"a":0.5}', { a: '0.5' }],
  ['the first of a list for all', '{"a":[{"b":1},{"b":2.0},{"b":3.0}]}', { 'a[].b': '2.0' }],
  ['of a name that comes twice the last, as a client reads it', '{"a":8.0,"a":8}', {}],
  ['dates, once something else has a fraction', '{"a":1.0,"CreationDate":1.5}', { a: '1.0', CreationDate: '1.5' }],
  ['no dates alone', '{"CreationDate":1700000000.25,"LastModifiedDate": 1.7e9}', {}],
  ['no whole numbers', '{"a":8,"b":-1,"c":100000000000000000000}', {}],
  ['no numbers in texts', '{"a":"\\"b\\":8.0","b":"8.0","8.0":1}', {}],
];

describe('the numbers of a text that are written with a fraction', () => {
  for (const [what, text, expected] of texts) {
    it(`are ${what}`, () => {
      expect(Object.fromEntries(fractionalNumbers(text))).to.deep.equal(expected);
    });
  }

  it('are found among very many in a time that grows with the text alone', () => {
    // A search of them all for each would take minutes.
    const pools = Array.from({ length: 100_000 }, (_, index) => `{"a":${index % 10}.0}`);
    expect([...fractionalNumbers(`{"b":[${pools.join()}]}`)]).to.deep.equal([['b[].a', '0.0']]);
  });
});
