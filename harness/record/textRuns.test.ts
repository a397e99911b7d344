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

  /** Units that repeat nothing within a period: each pair of four hexadecimal digits comes once. */
  const noise = (length: number, from = 0x1000) =>
    Array.from({ length: Math.ceil(length / 4) }, (_, index) =>
      ((from + index * 7919) % 0xf000).toString(16).padStart(4, '0'),
    )
      .join('')
      .slice(0, length);

  const twice = `${noise(16)}${noise(40, 0x3000)}${noise(16)}${noise(40, 0x5000)}`;

  const bounds: readonly (readonly [string, string, ReturnType<typeof textRunsOf>])[] = [
    ['the shortest text that is looked at', 'a'.repeat(96), [['a', 96]]],
    ['the shortest that saves enough', `${noise(96)}${'-'.repeat(49)}`, [noise(96), ['-', 49]]],
    ['one that saves a unit less', `${noise(96)}${'-'.repeat(48)}`, undefined],
    ['the longest period', `${noise(600)}${noise(600)}`, [[noise(600), 2]]],
    ['a period of a unit more', `${noise(601)}${noise(601)}`, undefined],
    ['a run that begins between two probes', `${noise(50)}${'-'.repeat(100)}`, [noise(50), ['-', 100]]],
    [
      'a longer period that begins between two probes',
      `${noise(50)}${'abcdefg'.repeat(20)}`,
      [noise(50), ['abcdefg', 20]],
    ],
    ['a period that begins like its own middle, counted from where it was found', twice.repeat(3), [[twice, 2], twice]],
    [
      'a run that would go on before its beginning if the one before it were not there',
      `${'a'.repeat(100)}${`${noise(50)}aaa`.repeat(3)}`,
      [
        ['a', 100],
        [`${noise(50)}aaa`, 3],
      ],
    ],
    ['text behind a run', `${'-'.repeat(100)}${noise(40)}`, [['-', 100], noise(40)]],
    [
      'two runs, one behind the other, of which neither reaches into the other',
      `${'-'.repeat(100)}${'+'.repeat(100)}`,
      [
        ['-', 100],
        ['+', 100],
      ],
    ],
    ['a period that does not come out even', `${'abcdefg'.repeat(20)}abc`, [['abcdefg', 20], 'abc']],
  ];
  for (const [what, text, runs] of bounds) {
    it(`are ${runs === undefined ? 'none' : 'these'} in ${what}`, () => {
      expect(textRunsOf(text)).to.deep.equal(runs);
    });
  }

  it('give the text again, whatever it is', () => {
    const piece = fc.tuple(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(60));
    const text = fc.array(piece, { maxLength: 6 }).map((parts) => parts.map(([part, n]) => part.repeat(n)).join(''));
    fc.assert(fc.property(text, (each) => textOfRuns(textRunsOf(each) ?? [each]) === each));
  });
});
