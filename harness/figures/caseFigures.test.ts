import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import { reporters } from '../../reports/index.ts';
import { defaultReports } from '../../reports/reportNames.ts';
import type { CaseLine } from '../record/record.ts';

describe('the cases of a record', () => {
  it('are gone through twice at most for all the usual reports together', () => {
    let passes = 0;
    const cases: Iterable<CaseLine> = {
      [Symbol.iterator]: () => {
        passes += 1;
        return fixtureRecord.cases.values();
      },
    };
    for (const name of defaultReports) reporters[name].render({ ...fixtureRecord, cases }, { color: false, width: 80 });
    expect(passes).to.be.within(1, 2);
  });
});
