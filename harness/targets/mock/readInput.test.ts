import { expect } from 'chai';
import { newestEdition } from '../../../specs/editions/index.ts';
import type { JsonValue } from '../../../specs/json.ts';
import { Refusal } from './answer.ts';
import { readInput } from './readInput.ts';

const read = (body: JsonValue) => readInput(newestEdition.input, body);

describe('readInput', () => {
  it('keeps known members and passes over unknown ones, at every depth', () => {
    const body = { UserPoolId: 'a', Nonsense: 1, Policies: { PasswordPolicy: { MinimumLength: 8, Odd: {} } } };
    expect(read(body)).to.deep.equal({ UserPoolId: 'a', Policies: { PasswordPolicy: { MinimumLength: 8 } } });
  });

  it('takes null as absent', () => {
    expect(read({ UserPoolId: null, UserPoolTags: { a: null, b: 'c' } })).to.deep.equal({ UserPoolTags: { b: 'c' } });
  });

  it('keeps a tag that is called __proto__', () => {
    const tags = read(JSON.parse('{"UserPoolTags":{"__proto__":"x"}}')).UserPoolTags;
    expect(JSON.stringify(tags)).to.equal('{"__proto__":"x"}');
  });

  it('does not find members on the prototype', () => {
    expect(read(JSON.parse('{"constructor":1,"toString":"x"}'))).to.deep.equal({});
  });

  const wrong: readonly (readonly [string, JsonValue])[] = [
    ['no object', []],
    ['a string for a structure', { Policies: 'x' }],
    ['a list for a map', { UserPoolTags: [] }],
    ['an object for a list', { AutoVerifiedAttributes: {} }],
    ['a number for a string', { PoolName: 5 }],
    ['a boolean for a string', { PoolName: true }],
    ['a string for an integer', { Policies: { PasswordPolicy: { MinimumLength: '8' } } }],
    ['a fraction for an integer', { Policies: { PasswordPolicy: { MinimumLength: 8.5 } } }],
    ['a boolean for an integer', { Policies: { PasswordPolicy: { MinimumLength: true } } }],
    ['a string for a boolean', { Policies: { PasswordPolicy: { RequireNumbers: 'true' } } }],
    ['a number for a boolean', { Policies: { PasswordPolicy: { RequireNumbers: 1 } } }],
    ['a number in a list of strings', { AutoVerifiedAttributes: [5] }],
    ['a number as a tag', { UserPoolTags: { a: 1 } }],
  ];
  for (const [what, body] of wrong) {
    it(`refuses ${what} with SerializationException`, () => {
      expect(() => read(body))
        .to.throw(Refusal)
        .with.nested.property('error.name', 'SerializationException');
    });
  }

  it('words a number in the place of a string as the service does', () => {
    expect(() => read({ PoolName: 5 })).to.throw(
      'class com.amazon.coral.value.json.numbers.TruncatingBigNumber can not be converted to an String',
    );
  });
});
