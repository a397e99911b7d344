import { expect } from 'chai';
import { TextMemory } from './textMemory.ts';

describe('what is remembered of texts', () => {
  function searches(memory: TextMemory<number>, texts: readonly string[]): readonly string[] {
    const found: string[] = [];
    for (const text of texts) {
      const length = memory.recall(text, (searched) => found.push(searched) && searched.length);
      expect(length).to.equal(text.length);
    }
    return found;
  }

  it('is found once', () => {
    expect(searches(new TextMemory(10), ['one', 'two', 'one', 'two'])).to.deep.equal(['one', 'two']);
  });

  it('is forgotten where it would have too many characters', () => {
    const texts = ['one', 'two', 'three', 'three', 'one'];
    expect(searches(new TextMemory(10), texts)).to.deep.equal(['one', 'two', 'three', 'one']);
  });

  it('holds a text that is longer than the bound until the next one', () => {
    expect(searches(new TextMemory(3), ['three', 'three', 'one'])).to.deep.equal(['three', 'one']);
  });
});
