import { expect } from 'chai';
import fc from 'fast-check';
import { RE2JS } from 're2js';
import { patterns } from '../../specs/patterns.ts';
import { breakStringAt, brokenStrings } from './brokenStrings.ts';
import { categories } from './characters.ts';
import { matchesPattern } from './matchesPattern.ts';
import { parsePattern } from './parsePattern.ts';
import { stringMatching } from './stringMatching.ts';
import { stringOfLength } from './stringOfLength.ts';

const all = Object.entries(patterns);

/** Another engine's opinion, of the whole string. */
function re2Matches(pattern: string, value: string): boolean {
  return RE2JS.compile(pattern).matcher(value).matches();
}

describe('patterns', () => {
  for (const [name, characters] of Object.entries(categories)) {
    it(`samples of \\p{${name}} belong to it, some beyond ASCII and some beyond the BMP`, () => {
      const strangers = characters.samples.filter((character) => !re2Matches(`\\p{${name}}`, character));
      expect(strangers).to.deep.equal([]);
      const codePoints = characters.samples.map((character) => character.codePointAt(0) ?? 0);
      expect(codePoints.some((point) => point > 0x7f && point <= 0xffff)).to.equal(true);
      expect(codePoints.some((point) => point > 0xffff)).to.equal(true);
    });
  }

  for (const [name, pattern] of all) {
    it(`${name}: what is drawn matches by another engine and is as long as asked`, () => {
      const lengths = { min: 6, max: 60 };
      const strings = stringMatching(pattern, lengths) ?? fc.constant('');
      fc.assert(
        fc.property(strings, (value) => {
          expect(re2Matches(pattern, value), JSON.stringify(value)).to.equal(true);
          expect([...value].length).to.be.within(lengths.min, lengths.max);
        }),
        { seed: 42, numRuns: 200 },
      );
    });

    it(`${name}: broken strings keep their length and match in no engine`, () => {
      const value = stringOfLength(pattern, 30) ?? '';
      for (const broken of Object.values(brokenStrings(pattern, value))) {
        expect([...broken].length).to.equal(30);
        expect(re2Matches(pattern, broken), JSON.stringify(broken)).to.equal(false);
      }
    });

    it(`${name}: the own matcher agrees with another engine`, () => {
      const strings = fc.oneof(
        stringMatching(pattern, { min: 0, max: 20 }) ?? fc.constant(''),
        fc.string({ unit: 'binary' }),
      );
      fc.assert(
        fc.property(strings.filter(isSettled), (value) => {
          expect(matchesPattern(pattern, value), JSON.stringify(value)).to.equal(re2Matches(pattern, value));
        }),
        { seed: 42, numRuns: 300 },
      );
    });
  }

  it('is never broken by the end of a line where a dot stands, on which sources differ', () => {
    const values = [...Array(60).keys()].flatMap(
      (at) => breakStringAt(patterns.smsMessage, 'Your code is {####}.', at, at) ?? [],
    );
    expect(values).to.have.length(60);
    expect(values.filter((value) => value.includes('\n'))).to.deep.equal([]);
  });

  it('cannot be broken where everything matches', () => {
    expect(brokenStrings(patterns.inviteSmsMessage, 'anything')).to.deep.equal({});
  });

  it('has a string of every length that exists, and none of one that does not', () => {
    expect(stringOfLength(patterns.arn, 12)).to.equal('arn:a:a::0:a');
    expect(stringOfLength(patterns.arn, 11)).to.equal(undefined);
    expect(stringOfLength(patterns.optionalArn, 0)).to.equal('');
    expect(stringOfLength(patterns.optionalArn, 5)).to.equal(undefined);
    expect([...(stringOfLength(patterns.emailSubject, 140, '𠮷') ?? '')]).to.have.length(140);
    expect(stringOfLength(patterns.poolName, 9, '𠮷')).to.equal(undefined);
  });

  it('refuses what it cannot read rather than guess', () => {
    expect(() => parsePattern('a|b')).to.throw(TypeError);
    expect(() => parsePattern('a{2}')).to.throw(TypeError);
    expect(() => parsePattern('(a')).to.throw(TypeError);
  });

  it('matches a message ten times as long as may be, for which a backtracking engine takes half a day', () => {
    const long = `${'{##a##}'.repeat(28_570)}\u0007`;
    expect(matchesPattern(patterns.emailMessageByLink, long)).to.equal(false);
  });
});

/** Engines differ on which characters end a line, on lone surrogates and on the newest characters of Unicode. */
function isSettled(value: string): boolean {
  return !/[\n\r\v\u0085\u2028\u2029]|\p{Cs}|\p{Cn}/u.test(value);
}
