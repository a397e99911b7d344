import { expect } from 'chai';
import { boundedMembers, boundedText, boundedValue } from './bounded.ts';

describe('what a record keeps of an answer', () => {
  it('says where it is cut, and how much there was', () => {
    expect(boundedText('abc', 3)).to.equal('abc');
    expect(boundedText('a'.repeat(1_000_000), 3)).to.equal('aaa… (cut, 1000000 characters in all)');
  });

  it('leaves values of usual size as they are', () => {
    const values = ['x'.repeat(20_000), 7, null, true, ['a'], { a: { b: 'c' } }];
    for (const value of values) expect(boundedValue(value, 130_000)).to.equal(value);
  });

  it('bounds a large text, list and object', () => {
    for (const value of ['x'.repeat(200_000), Array.from({ length: 99_999 }, () => 'a'), { a: 'x'.repeat(200_000) }]) {
      expect(JSON.stringify(boundedValue(value, 130_000)).length).to.be.below(3100);
    }
  });

  it('bounds an object of very many members', () => {
    const members = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`m${index}`, index]));
    const kept = boundedMembers(members, 130_000);
    expect(Object.keys(kept)).to.have.length(301);
    expect(kept['…']).to.equal('cut, 50000 members in all');
  });
});
