import { expect } from 'chai';
import { newestDate } from '../../specs/edition.ts';
import { readEdition } from './readEdition.ts';

describe('readEdition', () => {
  it('reads the date of an edition', () => {
    expect(readEdition(newestDate)).to.deep.equal({ value: newestDate });
  });

  it('says of another date which edition was current then', () => {
    expect(readEdition('2024-12-12'))
      .to.have.property('problem')
      .that.matches(/not "2024-12-12"\. On that day 2024-12-11 was/);
    expect(readEdition('2020-01-01'))
      .to.have.property('problem')
      .that.matches(/before the first of them$/);
  });

  it('says of what is no date which one is near', () => {
    expect(readEdition('2024-12-1')).to.have.property('problem').that.contains('Did you mean "2024-12-11"');
  });
});
