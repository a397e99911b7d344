import { expect } from 'chai';
import fc from 'fast-check';
import { textOfRuns, textRunsOf } from './textRuns.ts';

describe('the repetitions of a text', () => {
  it('are few where it is a value at a bound', () => {
    const text = `arn:aws:iam::123456789012:role/${'a'.repeat(131_072)}`;
    expect(textRunsOf(text)).to.deep.equal(['arn:aws:iam::123456789012:role/', ['a', 131_072]]);
    const words = `${'Größe 𠮷野 '.repeat(2_000)}{####}`;
    expect(JSON.stringify(textRunsOf(words)).length).to.be.below(200);
  });

  it('are none in a short text, nor in one that does not repeat itself', () => {
    expect(textRunsOf('a'.repeat(95))).to.equal(undefined);
    expect(textRunsOf(Array.from({ length: 300 }, (_, index) => index.toString(36)).join('/'))).to.equal(undefined);
  });

  it('give the text again, whatever it is', () => {
    const piece = fc.tuple(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(60));
    const text = fc.array(piece, { maxLength: 6 }).map((parts) => parts.map(([part, n]) => part.repeat(n)).join(''));
    fc.assert(fc.property(text, (each) => textOfRuns(textRunsOf(each) ?? [each]) === each));
  });
});
