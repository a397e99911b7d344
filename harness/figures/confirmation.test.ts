import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import { reporters } from '../../reports/index.ts';
import { contractOf } from '../../specs/contract.ts';
import { levelOf, seenLiveOn } from '../../specs/evidence.ts';
import type { CaseLine, RunRecord } from '../record/record.ts';
import { clauseFigures } from './clauseFigures.ts';
import { confirmationOf } from './confirmation.ts';
import { summaryOf } from './summary.ts';

const { byId } = contractOf('2026-11-13', 'observed');
const [line] = fixtureRecord.cases;

/** A record with a conforming case of each of these clauses. */
function recordOf(clauses: readonly string[]): RunRecord {
  const cases = clauses.map((clause): CaseLine => {
    if (line === undefined) throw new Error('The fixture has no case.');
    return { ...line, id: clause, clause, member: byId.get(clause)?.member ?? '', verdict: { kind: 'conforms' } };
  });
  return { ...fixtureRecord, findings: [], cases };
}

const confirmation = (record: RunRecord) => confirmationOf(record, clauseFigures(record));

describe('the confirmation of a record', () => {
  it('counts judged clauses at must alone, and those that were seen on the live operation', () => {
    const levels = ['pool-name.sent', 'pool-name.max', 'policies.omitted', 'wire.request-id'].map((id) =>
      levelOf(byId.get(id)?.evidence ?? []),
    );
    expect(levels.slice(0, 3)).to.deep.equal(['must', 'must', 'must']);
    expect(levels[3]).not.to.equal('must');
    const record = recordOf(['pool-name.sent', 'pool-name.max', 'policies.omitted', 'wire.request-id']);
    const last = seenLiveOn(byId.get('policies.omitted')?.evidence ?? []);
    expect(confirmation(record)).to.deep.equal({ judged: 3, live: 2, last });
    expect(confirmation(recordOf(['pool-name.max']))).to.deep.equal({ judged: 1, live: 0, last: null });
    expect(confirmation(recordOf([]))).to.deep.equal({ judged: 0, live: 0, last: null });
  });

  it('is in every view for people, and in report.json', () => {
    const { judged, live, last } = summaryOf(fixtureRecord).confirmation;
    const options = { color: false, width: 100, files: [] };
    for (const name of ['terminal', 'markdown', 'html'] as const)
      expect(reporters[name].render(fixtureRecord, options), name).to.match(
        new RegExp(`${live} of ${judged} .{0,30}at level must were seen on AWS, last [io]n ${last}`),
      );
    const { confirmation: told } = JSON.parse(reporters.json.render(fixtureRecord, options));
    expect(told).to.deep.equal({ judged, live, last });
  });
});
