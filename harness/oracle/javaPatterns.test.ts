import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { editionDates } from '../../specs/edition.ts';
import { unstableCharacters } from '../../specs/unstableCharacters.ts';
import { matchesInAnyUnicode } from './matchesInAnyUnicode.ts';
import { matchesWhole } from './matchesWhole.ts';

const matcher = join(import.meta.dirname, '..', 'dev', 'JavaMatcher.java');
const strings = 1_000_000;

describe('the patterns', () => {
  it('are matched as Java matches them, in a million strings, but for characters that are new to Unicode', function () {
    if (spawnSync('java', ['-version']).status !== 0) this.skip();
    const texts = patternTexts();
    const patterns = [...texts.keys()];
    const random = xorshift(20261128);
    const asked = Array.from({ length: strings }, (_, turn): readonly [number, string] => {
      const index = turn % patterns.length;
      return [index, mutate(texts.get(patterns[index] ?? '') ?? [''], random)];
    });
    const answers = askJava(patterns, asked);
    const wrong: string[] = [];
    const seen = { true: 0, false: 0, unknown: 0 };
    for (const [turn, [index, text]] of asked.entries()) {
      const pattern = patterns[index] ?? '';
      const ours = matchesInAnyUnicode(pattern, text);
      seen[`${ours}`] += 1;
      if (ours !== 'unknown' && ours !== (answers[turn] === 1)) wrong.push(`${pattern}: ${JSON.stringify(text)}`);
    }
    expect(wrong.slice(0, 5), `${wrong.length} of ${strings}`).to.deep.equal([]);
    expect(answers).to.have.lengthOf(strings);
    // The strings reach both answers and the open ones.
    expect(Math.min(seen.true, seen.false)).to.be.above(strings / 10);
    expect(seen.unknown).to.be.above(strings / 1000);
  });

  it('have a dot that stops at every end of a line', () => {
    for (const end of ['\n', '\r', '\u0085', '\u2028', '\u2029']) {
      expect(matchesWhole('.*\\{####\\}.*', `a${end}{####}`), JSON.stringify(end)).to.equal(false);
      expect(matchesWhole('(?s).*', `a${end}`)).to.equal(true);
      expect(matchesWhole('a.(b)?', `a${end}`)).to.equal(false);
    }
    expect(matchesWhole('.*\\{####\\}.*', 'a\v\f{####}')).to.equal(true);
  });

  it('are open on characters that only some versions of Unicode know', () => {
    const subject = '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+';
    for (const character of ['\u{1FAE9}', '\uA7CE', '\u{1F6DC}', '\u{1F916}']) {
      expect(matchesInAnyUnicode(subject, `a${character}`), character).to.equal('unknown');
      expect(matchesInAnyUnicode(subject, `\u0007${character}`), character).to.equal(false);
      expect(matchesInAnyUnicode('(?s).*', character)).to.equal(true);
    }
    expect(matchesInAnyUnicode(subject, '\u0378')).to.equal(false);
    expect(matchesInAnyUnicode(subject, '\u{1F600}é')).to.equal(true);
  });
});

/** Every pattern of every edition, with the values that clauses give as examples of it. */
function patternTexts(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const date of editionDates) {
    for (const { constraint, examples } of contractOf(date, 'observed').clauses) {
      if (constraint.kind !== 'pattern') continue;
      const texts = found.get(constraint.pattern) ?? [];
      found.set(constraint.pattern, texts);
      for (const { value } of [...examples.keeps, ...examples.breaks]) {
        if (typeof value === 'string' && value.length < 100) texts.push(value);
      }
    }
  }
  return found;
}

type Random = (below: number) => number;

function xorshift(seed: number): Random {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const words = [
  '{####}',
  '{##',
  '##}',
  '{##go##}',
  '@',
  'arn:',
  ':',
  '_',
  '(?s)',
  '',
  'a',
  'Code',
  '\r\n',
  '{',
  '}',
  '#',
];
const strange = [...'\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u200b\ufeff\u0000\u007f\u0301\u0378\ufffd\ud800\udc00'];
const unstable = Array.from({ length: 0x3000 }, (_, offset) => String.fromCodePoint(0x1f000 + offset))
  .join('')
  .match(unstableCharacters);

/** One of the texts with up to three pieces put in, taken out or put in the place of others. */
function mutate(texts: readonly string[], random: Random): string {
  let text = texts[random(texts.length)] ?? '';
  for (let changes = random(4); changes > 0; changes -= 1) {
    const at = random(text.length + 1);
    text = text.slice(0, at) + piece(random) + text.slice(at + random(2));
  }
  return text;
}

function piece(random: Random): string {
  switch (random(6)) {
    case 0:
      return words[random(words.length)] ?? '';
    case 1:
      return strange[random(strange.length)] ?? '';
    case 2:
      return String.fromCharCode(32 + random(95));
    case 3:
      return String.fromCharCode(random(0x10000));
    case 4:
      return random(8) === 0 ? (unstable?.[random(unstable.length)] ?? '') : String.fromCodePoint(random(0x3000));
    default:
      return String.fromCodePoint(0x10000 + random(0x20000));
  }
}

function askJava(patterns: readonly string[], asked: readonly (readonly [number, string])[]): Buffer {
  const head = Buffer.alloc(4);
  head.writeInt32BE(patterns.length);
  const named = patterns.map((pattern) => {
    const bytes = Buffer.from(pattern);
    return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
  });
  const body = Buffer.alloc(asked.reduce((size, [, text]) => size + 4 + 2 * text.length, 0));
  let at = 0;
  for (const [index, text] of asked) {
    at = body.writeUInt16BE(index, at);
    at = body.writeUInt16BE(text.length, at);
    for (let unit = 0; unit < text.length; unit += 1) at = body.writeUInt16BE(text.charCodeAt(unit), at);
  }
  const { stdout, stderr } = spawnSync('java', [matcher], {
    input: Buffer.concat([head, ...named, body]),
    maxBuffer: 2 * strings,
  });
  expect(stderr.toString()).to.equal('');
  return stdout;
}
