import { expect } from 'chai';
import { newMock, recordRun } from '../dev/recordRun.ts';
import { compareAnswers } from './compareAnswers.ts';
import type { RunRecord } from './record.ts';

describe('a run against a recorded one', () => {
  let recorded: RunRecord;
  before(async () => {
    recorded = (await recordRun(newMock(), 'MfaConfiguration')).record;
  });

  it('finds a target like itself', async () => {
    const { record } = await recordRun(newMock(), 'MfaConfiguration');
    const { differences, alike, unplanned } = compareAnswers(recorded, record);
    expect(differences).to.deep.equal([]);
    expect(alike).to.be.above(5);
    expect(unplanned).to.equal(0);
  });

  it('lets the recording decide where the contract is silent, and the contract elsewhere', () => {
    const open = [...recorded.cases].find(({ verdict }) => verdict.kind === 'undecided');
    const decided = [...recorded.cases].find(
      ({ verdict, answer }) => verdict.kind === 'conforms' && answer.kind === 'answered',
    );
    expect(open).not.to.equal(undefined);
    const refused = { kind: 'answered', status: 400, error: 'X', message: null, body: '', headers: {}, ms: 1 } as const;
    const cases = [...recorded.cases].map((line) =>
      line.id === open?.id || line.id === decided?.id ? { ...line, answer: refused } : line,
    );
    const { differences } = compareAnswers(recorded, { ...recorded, cases });
    expect(differences.map((one) => [one.case, one.here, one.decidedBy])).to.have.deep.members([
      [open?.id, 'X', 'recording'],
      [decided?.id, 'X', 'contract'],
    ]);
  });

  it('names a state that differs after the same answer', () => {
    const moved = [...recorded.cases].find(
      ({ changed, answer }) => 'MfaConfiguration' in changed && answer.kind === 'answered' && answer.error === null,
    );
    expect(moved).not.to.equal(undefined);
    const cases = [...recorded.cases].map((line) => (line.id === moved?.id ? { ...line, changed: {} } : line));
    const { differences } = compareAnswers(recorded, { ...recorded, cases });
    expect(differences[0]?.case).to.equal(moved?.id);
    expect(differences[0]?.state.map(({ member }) => member)).to.deep.equal(['MfaConfiguration']);
  });

  it('counts what cannot be compared', () => {
    const [first, second, ...others] = recorded.cases;
    const skipped = { ...first, verdict: { kind: 'skipped', why: 'x' } } as typeof first;
    expect(second).not.to.equal(undefined);
    const cases = [...(skipped === undefined ? [] : [skipped]), ...others];
    const { incomparable, unplanned } = compareAnswers(recorded, { ...recorded, cases });
    expect(unplanned).to.equal(1);
    expect(incomparable).to.be.above(0);
  });
});
