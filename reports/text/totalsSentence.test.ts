import { expect } from 'chai';
import { totalsSentence } from './totalsSentence.ts';

describe('totalsSentence', () => {
  it('names every verdict that a case has, so that the parts add up, in words of its count', () => {
    const totals = {
      cases: 2506,
      conforms: 1,
      deviates: 2053,
      undecided: 0,
      inconclusive: 1,
      unsupported: 400,
      skipped: 50,
      errored: 1,
    };
    expect(totalsSentence(totals)).to.equal(
      '2,506: 1 conforms · 2,053 deviate · 1 inconclusive · 400 unsupported · 50 skipped · 1 errored',
    );
  });
});
