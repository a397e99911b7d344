import { expect } from 'chai';
import { coverageOf } from '../../harness/figures/coverage.ts';
import { fixtureRecord } from '../fixtureRecord.ts';
import { markdown } from '../markdown.ts';
import { terminal } from '../terminal.ts';
import { coverageCell, coverageLabel, coverageSentence } from './coverageSentence.ts';

describe('coverageSentence', () => {
  const kept = { implemented: 3, tested: 5, members: 5 } as const;

  it('says of a target that keeps pools how many members have an effect', () => {
    expect(coverageSentence(kept)).to.equal('3 of 5 members have an effect');
    expect(coverageSentence({ ...kept, tested: 4 })).to.match(/effect, and 1 was not tested$/);
    expect(coverageSentence({ ...kept, tested: 3 })).to.match(/effect, and 2 were not tested$/);
    expect(coverageLabel(kept)).to.equal('Coverage');
    expect(coverageCell(kept)).to.equal('60 %');
  });

  it('says of one whose pools cannot be read back no more than that members are checked', () => {
    const unread = { ...kept, isUnread: true } as const;
    expect(coverageSentence(unread)).to.equal('3 of 5 members are checked in requests; no pool can be read back');
    expect(coverageLabel(unread)).to.equal('Checked');
    expect(coverageCell(unread)).to.equal('60 % checked');
  });

  it('is that of the probe, in every view', () => {
    expect(coverageOf(fixtureRecord)).not.to.have.property('isUnread');
    const probeOf = (pools: 'kept' | 'hidden' | 'none') =>
      ({ ...fixtureRecord, probe: { line: 'probe', dialect: 'aws-json', pools, missing: [] } }) as const;
    const stateless = probeOf('none');
    expect(coverageOf(stateless).isUnread).to.equal(true);
    expect(coverageOf(probeOf('hidden')).isUnread).to.equal(true);
    expect(coverageOf(probeOf('kept'))).not.to.have.property('isUnread');
    for (const view of [terminal, markdown])
      expect(JSON.stringify(view.render(stateless, { color: false, width: 200 }))).to.include(
        'no pool can be read back',
      );
  });
});
