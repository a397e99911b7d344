import { expect } from 'chai';
import { hasUnstableCharacter, unstableCharacters } from './unstableCharacters.ts';
import { unstableRanges } from './unstableRanges.ts';

describe('a character that some versions of Unicode do not know', () => {
  const edges = unstableRanges.split(/[ -]/).map((code) => Number.parseInt(code, 16));
  const beside = [...new Set(edges.flatMap((code) => [code - 1, code, code + 1]))].map((code) =>
    String.fromCodePoint(code),
  );
  const isUnstable = (text: string) => text.search(unstableCharacters) !== -1;

  it('is found alone, in a row and behind others', () => {
    const unstable = beside.filter(isUnstable);
    expect(unstable.length).to.be.above(700);
    for (const text of unstable) {
      expect([text, text.repeat(3), `aa😀😀${text}`].map(hasUnstableCharacter)).to.deep.equal([true, true, true]);
    }
  });

  it('is not found where none is', () => {
    for (const text of beside.filter((one) => !isUnstable(one))) {
      expect([text, text.repeat(3), `aa${text}é`].map(hasUnstableCharacter)).to.deep.equal([false, false, false]);
    }
  });
});
