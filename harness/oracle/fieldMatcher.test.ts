import { expect } from 'chai';
import fc from 'fast-check';
import { RE2JS } from 're2js';
import { contractOf } from '../../specs/contract.ts';
import { fieldMatcher } from './fieldMatcher.ts';
import { toRe2 } from './toRe2.ts';

describe('the quick reading of a pattern of fields', () => {
  const { clauses } = contractOf('2026-11-13', 'observed');
  const ofArns = clauses.flatMap(({ member, constraint }) =>
    constraint.kind === 'pattern' && member === 'LambdaConfig.PreSignUp' ? [constraint.pattern] : [],
  );
  const patterns = [...ofArns, 'arn:[^:]+:lambda:[^:]+:[0-9]+:function:.+', 'arn:[^:]+:kms:[^:]+:[0-9]+:key/.+'];
  const fields = [
    'arn',
    'aws',
    'lambda',
    'kms',
    'us-east-1',
    '',
    '123456789012',
    'function',
    'key/a',
    'a b',
    'é',
    '\n',
    '9',
  ];
  const texts = fc.array(fc.constantFrom(...fields), { minLength: 1, maxLength: 9 }).map((some) => some.join(':'));
  const legal = [
    'function:a',
    'function:a:b',
    'function:a:b:c',
    'function:a:b:c:d',
    'key/a',
    'key/',
    'key/a\n',
    'a:',
  ].flatMap((rest) => ['lambda', 'kms'].map((service) => `arn:aws:${service}:us-east-1:123456789012:${rest}`));

  it('is there for ARNs', () => {
    expect(ofArns).to.have.length(1);
    for (const pattern of patterns) expect(fieldMatcher(pattern), pattern).to.not.equal(undefined);
  });

  for (const pattern of patterns) {
    it(`says of ${pattern} what the other engine says`, () => {
      const read = fieldMatcher(pattern);
      const engine = RE2JS.compile(toRe2(pattern));
      const agree = (text: string) => expect(read?.(text), JSON.stringify(text)).to.equal(engine.matches(text));
      legal.map(agree);
      fc.assert(
        fc.property(texts, (text) => void agree(text)),
        { numRuns: 1000 },
      );
    });
  }

  it('is left to the other engine where there could be many ways to match', () => {
    for (const pattern of [
      '.*:.*:.*',
      '[\\w:]+:[\\w:]+:a',
      'a:(b|c):d',
      '[a]+[a]+:b:c',
      '([a]+)+:b:c',
      'a:[b]{2}:c',
      'a:b',
    ]) {
      expect(fieldMatcher(pattern), pattern).to.equal(undefined);
    }
  });
});
