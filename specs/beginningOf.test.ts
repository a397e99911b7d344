import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { beginningOf } from './beginningOf.ts';

/** Bytes; the texts have eighty million. */
const mostHeld = 20_000_000;

// In a process of its own, as the memory of the tests' process is anybody's.
const measure = `
  import { beginningOf } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'beginningOf.ts')).href)};
  const held = () => {
    gc();
    const { heapUsed, external, arrayBuffers } = process.memoryUsage();
    return heapUsed + external - arrayBuffers;
  };
  const longText = (index) => Buffer.alloc(2_000_000, index + ' ').toString();
  const before = held();
  const texts = Array.from({ length: 40 }, (_, index) => beginningOf(longText(index), 1000));
  // What is left of the buffers is freed beside the program, and later on a busy machine; what is held is never freed.
  let left = held() - before;
  for (let turn = 0; left > ${mostHeld} && turn < 100; turn += 1) {
    await new Promise(setImmediate);
    left = Math.min(left, held() - before);
  }
  console.log(left, texts.every((text) => text.length === 1000));
`;

describe('the beginning of a text', () => {
  it('is so many characters, half ones included, or the text itself', () => {
    expect(beginningOf('abc', 2)).to.equal('ab');
    expect(beginningOf('abc', 3)).to.equal('abc');
    expect(beginningOf('a😀', 2)).to.equal('a\ud83d');
    expect(beginningOf('\u{1F600}é漢', 9)).to.equal('\u{1F600}é漢');
  });

  it('does not keep the rest in memory', () => {
    const args = ['--expose-gc', '--input-type=module', '--eval', measure];
    const [bytes, isWhole] = execFileSync(process.execPath, args, { encoding: 'utf8' }).trim().split(' ');
    expect(Number(bytes)).to.be.below(mostHeld);
    expect(isWhole).to.equal('true');
  });
});
