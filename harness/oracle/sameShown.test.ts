import { expect } from 'chai';
import { sameShown } from './sameShown.ts';

describe('sameShown', () => {
  it('takes all that shows nothing for one', () => {
    const nothing = [undefined, null, [], {}, { a: null }, { a: {} }];
    for (const left of nothing) for (const right of nothing) expect(sameShown(left, right)).to.equal(true);
    for (const value of nothing)
      for (const some of [0, false, '', [null], ['a']]) expect(sameShown(value, some)).to.equal(false);
  });

  it('tells lists of other lengths and orders apart, and objects only by what they hold', () => {
    expect(sameShown(['a'], ['a', 'b'])).to.equal(false);
    expect(sameShown(['a', 'b'], ['a'])).to.equal(false);
    expect(sameShown(['a', 'b'], ['b', 'a'])).to.equal(false);
    expect(sameShown({ a: 1, b: {} }, { a: 1 })).to.equal(true);
    expect(sameShown({ a: 1 }, { b: null, a: 1 })).to.equal(true);
    expect(sameShown({ a: 1 }, { a: 1, b: 2 })).to.equal(false);
    expect(sameShown({ constructor: 1 }, {})).to.equal(false);
  });
});
