import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import type { JsonValue } from '../../specs/json.ts';
import { clauseAt } from './clauseAt.ts';

describe('the clause that a refused value is attributed to', () => {
  const at = (member: string, value: JsonValue) => clauseAt(contractOf('2026-11-13', 'observed'), member, value)?.id;

  it('is the bound that the value equals, else the one on its form', () => {
    expect(at('PoolName', 'a')).to.equal('pool-name.min');
    expect(at('PoolName', 'a'.repeat(128))).to.equal('pool-name.max');
    expect(at('PoolName', 'abc')).to.equal('pool-name.pattern');
  });

  it('is that on the number of entries only for a map with several', () => {
    expect(at('UserPoolTags', { a: '1', b: '2' })).to.equal('user-pool-tags.count');
    expect(at('UserPoolTags', { a: '1' })).not.to.equal('user-pool-tags.count');
  });
});
