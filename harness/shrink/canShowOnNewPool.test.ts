import { expect } from 'chai';
import type { Case } from '../../generators/cases/case.ts';
import { contractOf } from '../../specs/contract.ts';
import type { Deviation } from '../record/record.ts';
import { canShowOnNewPool } from './canShowOnNewPool.ts';

const contract = contractOf('2026-11-13', 'observed');
const fresh = { members: { MfaConfiguration: 'OFF' }, factors: {}, fixed: {} };
const pool = { contract, region: 'us-east-1', fresh };

function deviation(clause: string, member: string, answerClass: string): Deviation {
  return { clause, member, kind: 'wrong-state', level: 'must', expected: '', actual: '', answerClass };
}

function update(members: Case['request'], prior: Case['prior'] = {}): Case {
  const request = { UserPoolId: '{UserPoolId}', ...members };
  return { id: 'a', phase: 'fuzz', clause: 'pool-name.sent', member: 'PoolName', breaks: [], request, prior };
}

describe('a wrong state after an update of a new pool', () => {
  const kept = deviation('pool-name.sent', 'PoolName', 'unchanged');

  it('may stay as it was only where that is wrong', () => {
    const off = deviation('mfa-configuration.sent', 'MfaConfiguration', 'unchanged');
    expect(canShowOnNewPool(pool, update({ PoolName: 'a' }), kept)).to.equal(true);
    expect(canShowOnNewPool(pool, update({ MfaConfiguration: 'OFF' }), off)).to.equal(false);
  });

  it('may go only where it is shown', () => {
    const gone = (member: string, clause: string) => deviation(clause, member, 'absent');
    expect(canShowOnNewPool(pool, update({ PoolName: 'a' }), gone('PoolName', 'pool-name.sent'))).to.equal(false);
    const shown = { ...pool, fresh: { ...fresh, members: { PoolName: 'b' } } };
    expect(canShowOnNewPool(shown, update({ PoolName: 'a' }), gone('PoolName', 'pool-name.sent'))).to.equal(true);
  });

  it('may be anything where it is another value, after a prior state, or of the tags, of which new pools have one', () => {
    const other = deviation('pool-name.sent', 'PoolName', 'other-value');
    expect(canShowOnNewPool(pool, update({ PoolName: 'a' }), other)).to.equal(true);
    const off = deviation('mfa-configuration.sent', 'MfaConfiguration', 'unchanged');
    const prepared = update({ MfaConfiguration: 'OFF' }, { update: { MfaConfiguration: 'ON' } });
    expect(canShowOnNewPool(pool, prepared, off)).to.equal(true);
    expect(canShowOnNewPool(pool, update({}), deviation('user-pool-tags.omitted', 'UserPoolTags', 'absent'))).to.equal(
      true,
    );
  });
});
