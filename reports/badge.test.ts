import { expect } from 'chai';
import type { RunRecord } from '../harness/record/record.ts';
import { badge } from './badge.ts';
import { fixtureRecord } from './fixtureRecord.ts';

const badgeOf = (record: RunRecord): unknown => JSON.parse(badge.render(record, { color: false, width: 80 }));
const conforming: RunRecord = {
  ...fixtureRecord,
  findings: [],
  cases: fixtureRecord.cases.filter(({ verdict }) => verdict.kind === 'conforms'),
};

describe('the badge', () => {
  it('is what shields.io reads from an endpoint, red where anything deviates', () => {
    expect(badgeOf(fixtureRecord)).to.deep.equal({
      schemaVersion: 1,
      label: 'UpdateUserPool',
      message: '3 of 10 clauses',
      color: 'red',
      isError: true,
    });
  });

  it('is green where all that was judged conforms, and grey where nothing can be said', () => {
    expect(badgeOf(conforming)).to.include({ message: '2 of 2 clauses', color: 'brightgreen' });
    expect(badgeOf({ ...conforming, cases: [] })).to.include({ message: 'not judged', color: 'lightgrey' });
    const footer = { ...conforming.footer, interrupted: 'SIGINT' };
    expect(badgeOf({ ...conforming, footer })).to.include({ message: 'ended early', color: 'lightgrey' });
    // What deviated does so however the run ended.
    expect(badgeOf({ ...fixtureRecord, footer })).to.include({ message: '3 of 10 clauses', color: 'red' });
  });
});
