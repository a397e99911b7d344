import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import type { Deviation } from '../record/record.ts';
import { OracleReader } from './oracleReader.ts';

const contract = contractOf('2026-11-13', 'observed');
const pool = { contract, region: 'us-east-1', fresh: { members: {}, fixed: {}, factors: {} } };
const deviation: Deviation = {
  clause: 'pool-name.sent',
  member: 'PoolName',
  kind: 'wrong-state',
  level: 'must',
  expected: '',
  actual: '',
  answerClass: 'absent',
};

describe('what the oracle says of a smaller request', () => {
  const reading = (request: Readonly<Record<string, string>>) => new OracleReader(pool, deviation).read({ request });

  it('is whether it judges the member by the clause', () => {
    expect(reading({ UserPoolId: '{UserPoolId}', PoolName: 'a' })).to.equal('accepted true');
    expect(reading({ UserPoolId: '{UserPoolId}' })).to.equal('accepted false');
  });

  it('is what it breaks, and that no pool has the id where the request names another', () => {
    const PoolName = 'a'.repeat(129);
    expect(reading({ UserPoolId: '{UserPoolId}', PoolName })).to.equal('rejected pool-name.max');
    expect(reading({ UserPoolId: 'us-east-1_Elsewhere' })).to.equal('rejected user-pool-id.exists');
  });
});
