import { expect } from 'chai';
import { memoizeByObject, memoizeByText } from './memoize.ts';

describe('what is found once', () => {
  it('is found once for each object, however alike two of them are', () => {
    const asked: object[] = [];
    const sizeOf = memoizeByObject((key: { readonly size: number }) => {
      asked.push(key);
      return key.size;
    });
    const [one, other] = [{ size: 0 }, { size: 0 }];
    expect([sizeOf(one), sizeOf(one), sizeOf(other), sizeOf(one)]).to.deep.equal([0, 0, 0, 0]);
    expect(asked).to.have.length(2);
  });

  it('is found once for each text, null and names of every object included', () => {
    const asked: string[] = [];
    const found = memoizeByText((text) => {
      asked.push(text);
      return text === '' ? null : [text];
    });
    for (const text of ['', 'constructor', '__proto__', '', 'constructor', '__proto__']) found(text);
    expect(found('')).to.equal(null);
    expect(found('__proto__')).to.equal(found('__proto__'));
    expect(asked).to.deep.equal(['', 'constructor', '__proto__']);
  });

  it('may be found by way of itself', () => {
    const depth = memoizeByText((path): number => (path.includes('.') ? 1 + depth(path.replace(/\.[^.]*$/, '')) : 0));
    expect(depth('a.b.c')).to.equal(2);
  });
});
