import { expect } from 'chai';
import fc from 'fast-check';
import * as arbitraries from './arbitraries.ts';
import { check } from './contract.ts';

const runs = { numRuns: 60, seed: 1 };

describe('arbitraries', () => {
  it('validRequest keeps every clause and names the pool', () => {
    const userPoolId = 'eu-west-1_Mine00001';
    fc.assert(
      fc.property(arbitraries.validRequest({ userPoolId }), (request) => {
        expect(request.UserPoolId).to.equal(userPoolId);
        expect(check(request)).to.deep.equal([]);
      }),
      runs,
    );
  });

  it('breaking breaks its clause, for every clause that it takes', () => {
    for (const clause of arbitraries.breakableClauses()) {
      const broken = arbitraries.breaking(clause);
      fc.assert(
        fc.property(broken, (request) => check(request).some((breach) => breach.clause === clause)),
        { numRuns: 2, seed: 1 },
      );
    }
  });

  it('breaking refuses what it cannot break, with a near word', () => {
    expect(() => arbitraries.breaking('pool-name.mx')).to.throw(TypeError, /Did you mean "pool-name.max"/);
  });

  const texts: readonly (readonly [string, fc.Arbitrary<string>, RegExp])[] = [
    ['poolName', arbitraries.poolName(), /^[\w\s+=,.@-]{1,128}$/],
    ['lambdaArn', arbitraries.lambdaArn(), /^arn:aws:lambda:us-east-1:\d{12}:function:/],
    ['kmsKeyArn', arbitraries.kmsKeyArn(), /^arn:aws:kms:us-east-1:\d{12}:key\//],
    ['roleArn', arbitraries.roleArn(), /^arn:aws:iam::\d{12}:role\//],
    ['sesIdentityArn', arbitraries.sesIdentityArn(), /^arn:aws:ses:us-east-1:\d{12}:identity\//],
  ];
  for (const [name, arbitrary, pattern] of texts) {
    it(`${name} keeps its form`, () => {
      fc.assert(
        fc.property(arbitrary, (value) => pattern.test(value)),
        runs,
      );
    });
  }

  const members = {
    UserPoolTags: arbitraries.tags(),
    Policies: arbitraries.passwordPolicy().map((PasswordPolicy) => ({ PasswordPolicy })),
  };
  for (const [name, arbitrary] of Object.entries(members)) {
    it(`a request with ${name} of its arbitrary keeps every clause of it`, () => {
      const request = arbitrary.map((value) => ({ UserPoolId: 'us-east-1_Example01', [name]: value }));
      fc.assert(
        fc.property(request, (value) => check(value as never).length === 0),
        runs,
      );
    });
  }

  it('sequenceOfUpdates has as many requests as asked for, each of them valid', () => {
    const sequences = arbitraries.sequenceOfUpdates({ minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(sequences, (requests) => {
        expect(requests.length).to.be.within(2, 4);
        for (const request of requests) expect(check(request)).to.deep.equal([]);
      }),
      { ...runs, numRuns: 20 },
    );
  });

  it('member refuses what the edition does not have', () => {
    expect(() => arbitraries.member('PoolNme')).to.throw(TypeError, /Did you mean "PoolName"/);
    expect(() => arbitraries.poolName({ edition: '2022-05-24' })).to.throw(TypeError, /no member "PoolName"/);
  });
});
