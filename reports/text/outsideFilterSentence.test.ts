import { expect } from 'chai';
import { fixtureRecord } from '../fixtureRecord.ts';
import { buildReport, reporters } from '../index.ts';
import { outsideFilterSentence } from './outsideFilterSentence.ts';

describe('what a filter has left out', () => {
  it('is told with the most frequent clauses first', () => {
    const outsideFilter = [
      { clause: 'a', cases: 1 },
      { clause: 'b', cases: 1200 },
      { clause: 'c', cases: 3 },
      { clause: 'd', cases: 2 },
    ];
    expect(outsideFilterSentence({ outsideFilter })).to.equal(
      '1,200 cases deviate from b, 3 from c, 2 from d, others from 1 more clause; a run without the filter judges that too',
    );
  });

  it('may be a single case, or nothing', () => {
    expect(outsideFilterSentence({ outsideFilter: [{ clause: 'a', cases: 1 }] })).to.equal(
      '1 case deviates from a; a run without the filter judges that too',
    );
    expect(outsideFilterSentence({})).to.equal(undefined);
  });
});

describe('the reports of a run with a filter', () => {
  const outsideFilter = [{ clause: 'wire.success-status', cases: 24 }];
  const record = { ...fixtureRecord, footer: { ...fixtureRecord.footer, outsideFilter } };
  const options = { color: false, width: 200, files: [] };

  for (const name of ['terminal', 'html', 'markdown'] as const) {
    it(`say in ${name} what it has left out`, () => {
      const says = '24 cases deviate from wire.success-status; a run without the filter judges that too';
      expect(reporters[name].render(record, options)).to.include(says);
      expect(reporters[name].render(fixtureRecord, options)).not.to.include('a run without the filter');
    });
  }

  it('list it for machines', () => {
    expect(buildReport(record).outsideFilter).to.deep.equal(outsideFilter);
  });
});
