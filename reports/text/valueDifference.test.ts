import { expect } from 'chai';
import { valueDifference } from './valueDifference.ts';

describe('difference', () => {
  it('names the innermost places that are gone, new or another, and counts the rest', () => {
    const before = { Policy: { Length: 8, Symbols: true }, Names: ['a', 'b'], Gone: 1 };
    const after = { Policy: { Length: 12, Symbols: true }, Names: ['a', 'c'], Fresh: {} };
    expect(valueDifference(before, after)).to.deep.equal({
      changes: [
        { path: 'Policy.Length', before: 8, after: 12 },
        { path: 'Names[1]', before: 'b', after: 'c' },
        { path: 'Gone', before: 1, after: undefined },
        { path: 'Fresh', before: undefined, after: {} },
      ],
      same: 2,
    });
  });

  it('takes null for what is not shown', () => {
    expect(valueDifference(null, 5).changes).to.deep.equal([{ path: '', before: undefined, after: 5 }]);
    expect(valueDifference(null, null)).to.deep.equal({ changes: [], same: 0 });
  });
});
