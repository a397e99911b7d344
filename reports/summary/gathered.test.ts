import { expect } from 'chai';
import type { CaseLine } from '../../harness/record.ts';
import { fixtureRecord } from '../fixtureRecord.ts';
import { reporters, usualReports } from '../index.ts';

describe('the cases of a record', () => {
  it('are gone through twice at most for all the usual reports together', () => {
    let passes = 0;
    const cases: Iterable<CaseLine> = {
      [Symbol.iterator]: () => {
        passes += 1;
        return fixtureRecord.cases.values();
      },
    };
    for (const name of usualReports) reporters[name].render({ ...fixtureRecord, cases }, { color: false, width: 80 });
    expect(passes).to.be.within(1, 2);
  });
});
