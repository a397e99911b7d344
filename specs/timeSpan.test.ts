import { expect } from 'chai';
import { timeSpan } from './timeSpan.ts';

describe('timeSpan', () => {
  it('names the largest unit that is whole', () => {
    expect([1500, 30_000, 90_000, 300_000, 7_200_000].map(timeSpan)).to.deep.equal([
      '1500 ms',
      '30 s',
      '90 s',
      '5 m',
      '2 h',
    ]);
  });
});
