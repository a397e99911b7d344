import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import * as contract from './contract.ts';

const UserPoolId = 'us-east-1_Example01';

describe('contract', () => {
  it('checks a request by an edition', () => {
    const request = { UserPoolId, PoolName: 'x'.repeat(129) };
    const [broken, ...others] = contract.check(request);
    expect(broken).to.deep.include({ clause: 'pool-name.max', member: 'PoolName', level: 'must' });
    expect(broken?.errors).to.deep.equal(['InvalidParameterException']);
    expect(others).to.deep.equal([]);
    expect(contract.check(request, { edition: '2022-05-24' })).to.deep.equal([]);
    expect(contract.check({ UserPoolId, PoolName: 'x' })).to.deep.equal([]);
  });

  it('checks rules by what the request says alone', () => {
    const { clauses } = contractOf('2026-11-13', 'observed');
    const rules = clauses.filter(({ constraint }) => constraint.kind === 'rule' && constraint.outcome === 'rejected');
    const found = new Set<string>();
    for (const { id, examples } of rules) {
      for (const { value } of examples.breaks) {
        const request = { UserPoolId, ...(typeof value === 'object' ? value : {}) };
        for (const { clause } of contract.check(request as never)) if (clause === id) found.add(id);
      }
    }
    expect(found.size).to.be.above(5);
  });

  it('finds no breach in what keeps a rule by its examples', () => {
    const { clauses } = contractOf('2026-11-13', 'observed');
    const wrong = clauses.flatMap(({ id, constraint, examples }) =>
      constraint.kind !== 'rule'
        ? []
        : examples.keeps
            .filter(({ value }) =>
              contract
                .check({ UserPoolId, ...(typeof value === 'object' ? value : {}) } as never)
                .some(({ clause }) => clause === id),
            )
            .map(({ value }) => [id, value]),
    );
    expect(wrong).to.deep.equal([]);
  });

  it('tells what to answer: accepted with a state, rejected, or open', () => {
    const accepted = contract.expect({ UserPoolId, UserPoolTags: { team: 'blue' } });
    expect(accepted.kind).to.equal('accepted');
    expect(accepted.kind === 'accepted' && accepted.state.map(({ member }) => member)).to.include('UserPoolTags');
    expect(contract.expect({ UserPoolId, PoolName: '' })).to.deep.include({
      kind: 'rejected',
      errors: ['InvalidParameterException'],
    });
    expect(contract.expect({ UserPoolId }, null)).to.deep.include({
      kind: 'rejected',
      errors: ['ResourceNotFoundException'],
    });
  });

  it('reads the pool before from DescribeUserPool', () => {
    const request = { UserPoolId, MfaConfiguration: 'ON' };
    const sms = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'x' };
    const [bare, able] = [{ Name: 'a' }, { Name: 'a', SmsConfiguration: sms }].map(
      (prior) => contract.expect(request, prior).kind,
    );
    expect(bare).to.equal('rejected');
    expect(able).not.to.equal('rejected');
  });

  it('refuses an unknown edition or clause with a near word', () => {
    expect(() => contract.check({}, { edition: '2022-05-25' as never })).to.throw(
      TypeError,
      /Did you mean "2022-05-24"/,
    );
    expect(() => contract.clause('pool-name.mx')).to.throw(TypeError, /Did you mean "pool-name.max"/);
    expect(contract.clause('pool-name.max').says).to.be.a('string');
    expect(contract.editions).to.include('2026-11-13');
    expect(contract.clauses().length).to.be.above(500);
  });
});
