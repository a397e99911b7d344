import { expect } from 'chai';
import type { JsonValue } from '../specs/json.ts';
import { schemaProblems } from './schemaProblems.ts';

const schema = {
  type: 'object',
  required: ['day', 'items'],
  additionalProperties: false,
  properties: {
    day: { type: 'string', format: 'date' },
    at: { type: 'string', format: 'date-time' },
    word: { enum: ['one', 'two'] },
    fixed: { const: 'this' },
    items: { type: 'array', items: { type: 'object', properties: { count: { type: 'integer', minimum: 0 } } } },
    tags: { type: 'object', additionalProperties: { type: 'string' } },
    shape: {
      type: 'object',
      properties: { kind: { type: 'string' } },
      required: ['kind'],
      discriminator: { propertyName: 'kind' },
      oneOf: [{ properties: { kind: { const: 'round' } } }],
    },
  },
};

const sound = { day: '2026-02-28', items: [] };

const problems: readonly (readonly [JsonValue, string])[] = [
  [[], 'it must be an object, not []'],
  [{ items: [] }, 'day is missing'],
  [{ ...sound, day: '2026-02-30' }, 'day must be a date such as 2027-01-31, not "2026-02-30"'],
  [{ ...sound, at: 'noon' }, 'at must be a time such as 2027-01-31T12:00:00Z, not "noon"'],
  [{ ...sound, word: 'three' }, 'word must be one of one, two, not "three"'],
  [{ ...sound, fixed: 'that' }, 'fixed must be "this", not "that"'],
  [{ ...sound, items: [{}, { count: -1 }] }, 'items[1].count must be >= 0, not -1'],
  [{ ...sound, tags: { 'a/b ~': 1 } }, 'tags["a/b ~"] must be a string, not 1'],
  [{ ...sound, shape: { kind: 'square' } }, 'shape.kind must be one of the known kinds, not "square"'],
  [{ ...sound, other: 1 }, 'it must not have "other"'],
];

describe('the problems of a value, by a schema', () => {
  it('finds nothing in what fits', () => {
    expect(
      schemaProblems(
        schema,
        { ...sound, at: '2026-01-31T12:00:00Z', shape: { kind: 'round' }, tags: { a: 'b' } },
        'all',
      ),
    ).to.deep.equal([]);
  });

  for (const [value, says] of problems) {
    it(`says that ${says}`, () => {
      expect(schemaProblems(schema, value, 'first')).to.deep.equal([says]);
    });
  }

  it('finds all problems where all are asked for', () => {
    expect(schemaProblems(schema, { word: 1, fixed: 2 }, 'all')).to.have.lengthOf(4);
  });
});
