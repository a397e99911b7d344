import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'chai';
import { beginningOf } from './beginningOf.ts';

describe('the beginning of a text', () => {
  it('is so many characters, half ones included, or the text itself', () => {
    expect(beginningOf('abc', 2)).to.equal('ab');
    expect(beginningOf('abc', 3)).to.equal('abc');
    expect(beginningOf('a😀', 2)).to.equal('a\ud83d');
    expect(beginningOf('\u{1F600}é漢', 9)).to.equal('\u{1F600}é漢');
  });

  it('does not keep the rest in memory', () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const held = () => {
      collect();
      // What is left of the buffers is freed beside the program.
      const { heapUsed, external, arrayBuffers } = process.memoryUsage();
      return heapUsed + external - arrayBuffers;
    };
    const before = held();
    const texts = Array.from({ length: 40 }, (_, index) => beginningOf(longText(index), 1000));
    expect(held() - before).to.be.below(20_000_000);
    expect(texts.every((text) => text.length === 1000)).to.equal(true);
  });
});

function longText(index: number): string {
  return Buffer.alloc(2_000_000, `${index} `).toString();
}
