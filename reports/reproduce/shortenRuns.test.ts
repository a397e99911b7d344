import { expect } from 'chai';
import { shortenRuns } from './shortenRuns.ts';

/** What the helpers of the scripts do, whatever their language. */
const writtenOut = (text: string): string =>
  text.replace(/<([0-9]+) times ([^>]+)>/g, (_, count: string, unit: string) => unit.repeat(Number(count)));

describe('shortened', () => {
  const long: Readonly<Record<string, string>> = {
    'one letter': `x${'a'.repeat(131_073)}y`,
    'a letter beyond the basic plane': `${'😀'.repeat(2_000)}é`,
    'an escape': '\\u0000'.repeat(300),
    'a placeholder of messages': 'é{####}'.repeat(3_000),
    'one thing in another': '{"a":'.repeat(5_000) + '}'.repeat(5_000),
    'signs of less and more': `${'<'.repeat(500)}${'>'.repeat(500)}`,
  };
  for (const [name, text] of Object.entries(long)) {
    it(`says a run of ${name} in words that mean the same`, () => {
      const { texts, runs } = shortenRuns([text]);
      expect(runs).to.equal(true);
      expect(texts[0]?.length).to.be.below(600);
      expect(writtenOut(texts[0] ?? '')).to.equal(text);
    });
  }

  it('leaves short runs as they are', () => {
    expect(shortenRuns(['a'.repeat(129)])).to.deep.equal({ texts: ['a'.repeat(129)], runs: false });
  });

  it('leaves all as it is where a text says such words itself', () => {
    const texts = ['a'.repeat(500), 'at most <3 times b>'];
    expect(shortenRuns(texts)).to.deep.equal({ texts, runs: false });
  });
});
