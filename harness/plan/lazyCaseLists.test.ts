import { expect } from 'chai';
import type { Case } from '../../generators/cases/case.ts';
import { drawCases } from '../execute/drawCases.ts';
import { filterCases } from './caseList.ts';
import { lazyCaseLists } from './lazyCaseLists.ts';

let drawn = 0;

function* numbered(): Generator<Case, void> {
  for (let number = 0; ; number += 1) {
    drawn += 1;
    yield { id: `${number}`, phase: 'fuzz', clause: '', member: '', breaks: [], request: {} };
  }
}

const idsOf = (cases: Iterable<Case> | undefined) => [...(cases ?? [])].map(({ id }) => id).join(' ');
const lists = (last = (_: Case) => false) => lazyCaseLists(10, 4, numbered, last);

describe('lists of drawn cases', () => {
  beforeEach(() => (drawn = 0));

  it('have every case once, the last list what is left', () => {
    expect(lists().map(idsOf)).to.deep.equal(['0 1 2 3', '4 5 6 7', '8 9']);
    expect(lists().map(({ length }) => length)).to.deep.equal([4, 4, 2]);
  });

  it('draw nothing before they are read, and in order no case twice', () => {
    const all = lists();
    expect(drawn).to.equal(0);
    all.forEach(idsOf);
    expect(drawn).to.equal(10);
  });

  it('have the same cases when lists before them are left out, as in a shard, and when they are read again', () => {
    const all = lists();
    expect(idsOf(all[2])).to.equal('8 9');
    expect(idsOf(all[0])).to.equal('0 1 2 3');
    expect(idsOf(all[2])).to.equal('8 9');
  });

  it('have at their end what belongs there', () => {
    expect(lists(({ id }) => id === '1' || id === '4').map(idsOf)).to.deep.equal(['0 2 3 1', '5 6 7 4', '8 9']);
  });

  it('can be made a few at a time', async () => {
    const all = await Promise.all(lists().map(drawCases));
    expect(all.map(idsOf)).to.deep.equal(['0 1 2 3', '4 5 6 7', '8 9']);
  });

  it('can be chosen from without being held', () => {
    const even = lists().map((list) => filterCases(list, ({ id }) => Number(id) % 2 === 0));
    expect(even.map(({ length }) => length)).to.deep.equal([2, 2, 1]);
    expect(even.map(idsOf)).to.deep.equal(['0 2', '4 6', '8']);
  });
});
