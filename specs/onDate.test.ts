import { expect } from 'chai';
import { onDate } from './onDate.ts';

describe('a date in a sentence', () => {
  it('is on a day, and in a month or a year', () => {
    expect(['2026-09-13', '2026-09', '2026'].map(onDate)).to.deep.equal(['on 2026-09-13', 'in 2026-09', 'in 2026']);
  });
});
