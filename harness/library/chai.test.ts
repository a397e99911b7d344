import { CognitoIdentityProviderServiceException } from '@aws-sdk/client-cognito-identity-provider';
import * as chai from 'chai';
import { conformity } from './chai.ts';

const { expect } = chai.use(conformity);
const UserPoolId = 'us-east-1_Example01';

describe('the chai plugin', () => {
  const refused = { status: 400, text: '{"__type":"InvalidParameterException","message":"no"}' };

  it('asserts the answer to a breach, in every form of an answer', () => {
    const thrown = new CognitoIdentityProviderServiceException({
      name: 'InvalidParameterException',
      $fault: 'client',
      message: 'no',
      $metadata: { httpStatusCode: 400 },
    });
    for (const answer of [refused, thrown, { status: 481, body: { __type: 'a#InvalidParameterException:b' } }]) {
      expect(answer).to.conformTo('pool-name.max');
    }
    expect({ status: 200, text: '{}' }).not.to.conformTo('pool-name.max');
    expect({ $metadata: { httpStatusCode: 200 } }).not.to.conformTo('pool-name.max');
  });

  it('teaches by its messages', () => {
    const messages: readonly (readonly [() => void, RegExp])[] = [
      [
        () => expect({ status: 200, text: '{}' }).to.conformTo('pool-name.max'),
        /pool-name\.max: .*128.* answered with InvalidParameterException, but the answer was a success \(HTTP 200\)/,
      ],
      [
        () => expect({ UserPoolId, PoolName: 'x' }).to.breakClause('pool-name.max'),
        /should break pool-name\.max .* it breaks none/,
      ],
      [
        () => expect({ UserPoolId, PoolName: 'x'.repeat(129) }).to.keepTheContract(),
        /but breaks:\s+pool-name\.max: .*\(InvalidParameterException\)/,
      ],
      [
        () => expect({ Name: 'a', UserPoolTags: {} }).to.show({ UserPoolId, UserPoolTags: { team: 'blue' } }),
        /should show the request:\s+UserPoolTags.*blue/,
      ],
    ];
    for (const [assertion, message] of messages) expect(assertion).to.throw(chai.AssertionError, message);
  });

  it('asserts requests and pools', () => {
    expect({ UserPoolId, PoolName: 'x'.repeat(129) }).to.breakClause('pool-name.max');
    expect({ UserPoolId, PoolName: 'x'.repeat(129) }).to.keepTheContract({ edition: '2022-05-24' });
    expect({ UserPoolId, PoolName: 'x' }).to.keepTheContract().and.not.to.breakClause('pool-name.max');
    expect({ Name: 'a', UserPoolTags: { team: 'blue' } }).to.show({ UserPoolId, UserPoolTags: { team: 'blue' } });
  });

  it('refuses what it cannot judge', () => {
    expect(() => expect(refused).to.conformTo('pool-name.mx')).to.throw(TypeError, /Did you mean "pool-name.max"/);
    expect(() => expect(5).to.conformTo('pool-name.max')).to.throw(TypeError, /An answer is needed/);
    expect(() => expect({}).to.conformTo('pool-name.max')).to.throw(TypeError, /neither a status/);
    expect(() => expect({}).to.show({ UserPoolId, PoolName: '' })).to.throw(TypeError, /is refused/);
  });
});
