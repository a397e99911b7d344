import { expect } from 'chai';
import fc from 'fast-check';
import { type SharedParts, sharedParts } from './sharedParts.ts';

const together = ({ parts, texts }: SharedParts): readonly string[] =>
  texts.map((places) => places.map((place) => parts[place]).join('\n'));

describe('the parts that texts share', () => {
  it('give back every text', () => {
    const line = fc.constantFrom('', 'a', 'b', 'c', 'd');
    const texts = fc.array(fc.array(line).map((lines) => lines.join('\n')));
    fc.assert(
      fc.property(texts, (all) => {
        expect(together(sharedParts(all))).to.deep.equal(all);
      }),
    );
  });

  it('are as long as lines always follow one another, and each is there once', () => {
    const { parts, texts } = sharedParts(['a\nb\nown 1\nc\nd', 'a\nb\nown 2\nc\nd']);
    expect(parts).to.deep.equal(['a\nb', 'own 1', 'c\nd', 'own 2']);
    expect(texts).to.deep.equal([
      [0, 1, 2],
      [0, 3, 2],
    ]);
  });
});
