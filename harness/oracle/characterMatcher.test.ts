import { expect } from 'chai';
import fc from 'fast-check';
import { RE2JS } from 're2js';
import { characterMatcher } from './characterMatcher.ts';
import { toRe2 } from './toRe2.ts';

describe('the quick search for a character of a class', () => {
  const patterns = ['(?s).*[\\n\\r\\x{85}\\x{2028}\\x{2029}].*', '(?s).*[^\\p{L}\\p{Z}\\p{N}_.:/=+@-].*'];

  for (const pattern of patterns) {
    it(`says of ${pattern} what the other engine says`, () => {
      const read = characterMatcher(pattern);
      const engine = RE2JS.compile(toRe2(pattern));
      const agree = (text: string): void => {
        expect(read?.(text), JSON.stringify(text)).to.equal(engine.matches(text));
      };
      for (let code = 0; code < 0x3100; code += 1) agree(String.fromCodePoint(code));
      const texts = fc.string({ unit: 'binary', maxLength: 8 });
      fc.assert(fc.property(texts, fc.constantFrom('', '\n', '\uD800', '😀'), (text, more) => agree(text + more)));
    });
  }

  it('is there for no pattern that asks for more', () => {
    for (const other of ['.*[a].*', '(?s).*[a]+.*', '(?s).*[a].*b', '(?s)[a].*', '(?s).*[a][b].*', '(?s).*a.*'])
      expect(characterMatcher(other), other).to.equal(undefined);
  });
});
