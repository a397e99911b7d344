import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import type { JsonObject } from '../../specs/json.ts';
import type { CaseLine, RunRecord, Verdict } from '../record/record.ts';
import { type ResetOrKeep, resetOrKeep } from './resetOrKeep.ts';

const [template] = fixtureRecord.cases;

/** The row of a member after one case that left it out. */
function rowOf(member: string, id: string, changed: JsonObject, verdict: Verdict): ResetOrKeep | undefined {
  if (template === undefined) throw new Error('The fixture has no case.');
  const line: CaseLine = { ...template, clause: id, member, changed, verdict };
  const record: RunRecord = { ...fixtureRecord, cases: [line] };
  return resetOrKeep(record).find((row) => row.member === member);
}

const conforms: Verdict = { kind: 'conforms' };

describe('reset or keep', () => {
  it('says what is documented, what was measured, and what the target did', () => {
    expect(rowOf('Policies', 'policies.omitted', {}, conforms)).to.deep.equal({
      member: 'Policies',
      documented: 'reset',
      measured: 'kept',
      target: 'kept',
      state: 'conforms',
    });
  });

  it('shows a target that loses a member', () => {
    const deviation = { clause: 'policies.omitted', member: 'Policies', kind: 'wrong-state', level: 'must' } as const;
    const verdict: Verdict = {
      kind: 'deviates',
      deviations: [{ ...deviation, expected: '', actual: '', answerClass: 'absent' }],
    };
    const row = rowOf('Policies', 'policies.omitted', { Policies: null }, verdict);
    expect(row).to.include({ target: 'no longer shown', state: 'deviates' });
  });

  it('judges nothing where nobody knows, and says what was not tested', () => {
    const row = rowOf(
      'AdminCreateUserConfig',
      'admin-create-user-config.omitted',
      { AdminCreateUserConfig: {} },
      conforms,
    );
    expect(row).to.include({ measured: 'not measured', target: 'becomes {}', state: 'undecided' });
    const skipped: Verdict = { kind: 'skipped', why: 'x' };
    expect(rowOf('Policies', 'policies.omitted', {}, skipped)).to.include({
      target: 'not tested',
      state: 'not-tested',
    });
  });
});
