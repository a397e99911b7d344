import { expect } from 'chai';
import type { JsonValue } from '../../specs/json.ts';
import { simplerMaps, simplerValues } from './simplerValues.ts';

const sizeOf = (value: JsonValue) => (Array.isArray(value) ? value.length : 0);

describe('simpler values', () => {
  it('begin with the fewest items that could still be too many', () => {
    const items = Array.from({ length: 40 }, (_, index) => index);
    const [, , , , first] = simplerValues(items, (value) => sizeOf(value) > 25);
    expect(first).to.deep.equal(items.slice(0, 26));
  });

  it('begin with the shortest plain string that could do, and try what is strange in it by itself', () => {
    const [first, second] = simplerValues('name+name', (value) => value !== '');
    expect([first, second]).to.deep.equal(['a', '+']);
  });

  it('bring a number to its bound from either side', () => {
    const [larger] = simplerValues(70_000, (value) => Number(value) > 99);
    const [smaller] = simplerValues(-70_000, (value) => Number(value) < 6);
    expect([larger, smaller]).to.deep.equal([100, 5]);
    // What is positive and too small goes to zero.
    expect([...simplerValues(3, (value) => Number(value) < 6)]).to.deep.equal([0]);
  });

  it('have maps with fewer entries, and with plain keys and empty values', () => {
    const maps = [...simplerMaps({ 'a+b': 'one', 'c+d': 'two', 'e+f': 'three' }, () => true)];
    expect(maps).to.deep.include({ 'a+b': 'one' });
    expect(maps).to.deep.include({ a: '', b: '', c: '' });
  });

  it('are none of a value that says nothing already', () => {
    expect([...simplerValues('', () => true)]).to.deep.equal([]);
    expect([...simplerValues(0, () => true)]).to.deep.equal([]);
    expect([...simplerValues([], () => true)]).to.deep.equal([]);
  });
});
