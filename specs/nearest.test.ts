import { expect } from 'chai';
import { didYouMean } from './nearest.ts';

describe('didYouMean', () => {
  it('joins one, two and three names as a sentence does', () => {
    expect(didYouMean('sed', ['seed'])).to.equal(' Did you mean "seed"?');
    expect(didYouMean('sed', ['seed', 'sad'])).to.equal(' Did you mean "seed" or "sad"?');
    expect(didYouMean('sed', ['seed', 'sad', 'see'])).to.equal(' Did you mean "seed", "sad" or "see"?');
    expect(didYouMean('sed', ['target'])).to.equal('');
  });
});
