import { expect } from 'chai';
import { readDuration } from './readers.ts';

describe('readDuration', () => {
  it('reads a number with its unit', () => {
    const values = ['250ms', '30s', '5m', '2h'].map(readDuration);
    expect(values).to.deep.equal([250, 30_000, 300_000, 7_200_000].map((value) => ({ value })));
  });

  it('says what a duration looks like', () => {
    for (const text of ['', '5', '0s', '-1s', '1.5m', '5 m', '5d', 's']) {
      expect(readDuration(text)).to.deep.equal({
        problem: `has to be a duration such as 30s, 5m or 1h, not "${text}"`,
      });
    }
  });
});
