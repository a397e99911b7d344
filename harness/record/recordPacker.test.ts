import { expect } from 'chai';
import fc from 'fast-check';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import type { JsonObject, JsonValue } from '../../specs/json.ts';
import type { CaseLine } from './record.ts';
import { bodyOfError, RecordPacker } from './recordPacker.ts';
import { RecordUnpacker } from './recordUnpacker.ts';

const [template] = fixtureRecord.cases;

function caseLine(change: Partial<CaseLine>): CaseLine {
  if (template === undefined) throw new Error('The fixture has no case.');
  return { ...template, ...change };
}

function unpacked(text: string): readonly (JsonObject | undefined)[] {
  const unpacker = new RecordUnpacker();
  const lines = text.trimEnd().split('\n');
  return lines.map((line) => unpacker.unpack(JSON.parse(line) as JsonObject)).filter((line) => line !== undefined);
}

function packed(lines: readonly CaseLine[]): string {
  const packer = new RecordPacker();
  return lines.map((line) => packer.pack(line)).join('');
}

const names = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('$ref', '$runs', '$sent', '$object', '__proto__'));
const long = fc
  .tuple(fc.constantFrom('a', '漢𠮷', 'a sentence that repeats. '), fc.nat(90))
  .map(([text, n]) => text.repeat(n));
const { object } = fc.letrec<{ readonly object: JsonObject; readonly value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(long, fc.integer(), fc.boolean(), fc.constant(null), fc.string()),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(names, tie('value'), { maxKeys: 4, noNullPrototype: true }),
}));

describe('packed lines of a record', () => {
  it('are the same lines again when they are unpacked, whatever their requests hold', () => {
    fc.assert(
      fc.property(fc.array(object, { minLength: 1, maxLength: 4 }), object, (requests, changed) => {
        const lines = requests.map((request) => caseLine({ request, changed: { ...changed, ...request } }));
        expect(unpacked(packed([...lines, ...lines]))).to.deep.equal(JSON.parse(JSON.stringify([...lines, ...lines])));
      }),
    );
  });

  it('say once what comes again', () => {
    const lines = Array.from({ length: 50 }, (_, index) => caseLine({ id: `fuzz/${index}` }));
    expect(packed(lines).length).to.be.below(0.4 * lines.map((line) => JSON.stringify(line)).join('\n').length);
  });

  describe('in a long run', () => {
    const text = (name: string, number: number) => `${name} text that comes twice: ${number}`;
    const lineWith = (PoolName: string) => caseLine({ request: { PoolName } });

    it('know further texts, and those that they refer to already', () => {
      const packer = new RecordPacker();
      const early = lineWith(text('an early', 0));
      packer.pack(early);
      expect(packer.pack(early)).to.contain('"line":"part"');
      for (let number = 0; number < 25_000; number += 1) packer.pack(lineWith(text('some', number)));
      const late = lineWith(text('a late', 0));
      expect(packer.pack(late)).to.contain(text('a late', 0));
      expect(packer.pack(late)).to.contain('"line":"part"');
      expect(packer.pack(early)).not.to.contain(text('an early', 0));
    });

    it('define no more parts than a reader holds', () => {
      const packer = new RecordPacker();
      let parts = 0;
      for (let number = 0; number < 21_000; number += 1) {
        const line = lineWith(text('some', number));
        packer.pack(line);
        if (packer.pack(line).includes('"line":"part"')) parts += 1;
      }
      expect(parts).to.be.within(19_000, 20_000);
    });
  });

  it('leave out the body that says just the error and its message, in either spelling', () => {
    for (const spelling of ['message', 'Message']) {
      const body = bodyOfError('InvalidParameterException', 'No.', spelling);
      const answer = { kind: 'answered', status: 400, error: 'InvalidParameterException', message: 'No.' } as const;
      const line = caseLine({ answer: { ...answer, body, headers: {}, ms: 1 } });
      const text = packed([line]);
      expect(text).to.contain(`"body":{"$body":"${spelling}"}`);
      expect(unpacked(text)).to.deep.equal([line]);
    }
  });

  const wrong: Readonly<Record<string, JsonObject>> = {
    'a reference to nothing': { line: 'case', lane: { $ref: 9 } },
    'a wrong repetition': { line: 'case', lane: { $runs: [['a', -1]] } },
    'a text that is too long': { line: 'case', lane: { $runs: [['aaaaaaaaaa', 1e9]] } },
    'an unknown mark': { line: 'case', lane: { $other: 1 } },
    'what was not sent': { line: 'case', request: {}, changed: { Name: { $sent: 'Name' } } },
  };
  for (const [what, line] of Object.entries(wrong)) {
    it(`are refused with ${what}`, () => {
      expect(() => new RecordUnpacker().unpack(line)).to.throw(TypeError);
    });
  }
});
