import { expect } from 'chai';
import type { Case } from '../../generators/cases/case.ts';
import type { JsonObject } from '../../specs/json.ts';
import { outsideResources } from '../../specs/outsideResources.ts';
import { readAnswer } from '../transport/readAnswer.ts';
import { billable } from './billable.ts';
import { excuseRefusal } from './excuseRefusal.ts';
import { iamPolicy } from './policy.ts';

function caseWith(parts: Partial<Case>): Case {
  return { id: 'a', phase: 'fuzz', clause: 'a', member: '', breaks: [], request: {}, ...parts };
}

function refusal(error: string) {
  return readAnswer(400, {}, JSON.stringify({ __type: error, message: 'no' }), 1);
}

describe('what may cost money on AWS', () => {
  const sms = { SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/x' } };
  const costly: Readonly<Record<string, Partial<Case>>> = {
    'the Plus tier': { request: { UserPoolTier: 'PLUS' } },
    'the Plus tier in a request within the bound': { withinBound: { UserPoolTier: 'PLUS' } },
    'the Plus tier before the case': { prior: { update: { UserPoolTier: 'PLUS' } } },
    'the Plus tier in a step': { steps: [{ operation: 'UpdateUserPool', pool: 1, body: { UserPoolTier: 'PLUS' } }] },
    'threat protection': { request: { UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } } },
    'MFA by SMS': { request: { MfaConfiguration: 'OPTIONAL', ...sms } },
    'an SMS factor': { prior: { mfa: { SmsMfaConfiguration: sms } } },
    'a tier in text with a name twice': { raw: { body: '{"UserPoolTier":"PLUS","UserPoolTier":"LITE"}' } },
  };
  for (const [what, parts] of Object.entries(costly)) {
    it(`is ${what}`, () => expect(billable(caseWith(parts))).to.match(/--allow-billable/));
  }

  it('is nothing else', () => {
    const requests: readonly JsonObject[] = [
      { UserPoolTier: 'LITE' },
      { UserPoolAddOns: { AdvancedSecurityMode: 'OFF' } },
      { MfaConfiguration: 'OFF', ...sms },
    ];
    expect(requests.flatMap((request) => billable(caseWith({ request })) ?? [])).to.deep.equal([]);
  });
});

describe('a refusal by AWS', () => {
  for (const { member, errors } of outsideResources) {
    it(`for what ${member} names leaves the case undecided`, () => {
      const request = member.split('.').reduceRight<JsonObject | string>((inner, name) => ({ [name]: inner }), 'arn');
      expect(excuseRefusal(request, refusal(errors[0] ?? ''))).to.include({ kind: 'undecided' });
      expect(excuseRefusal({ PoolName: 'a' }, refusal('InvalidParameterException'))).to.equal(undefined);
    });
  }

  it('of the credentials is no verdict on the operation', () => {
    for (const error of ['ExpiredTokenException', 'AccessDeniedException'])
      expect(excuseRefusal({ PoolName: 'a' }, refusal(error))).to.include({ kind: 'errored' });
  });
});

describe('the policy', () => {
  it('asks for SetUserPoolMfaConfig only where a case needs it', () => {
    const lane = (testCase: Case) => [{ name: 'a', phase: testCase.phase, cases: [testCase] }];
    const needed = JSON.stringify(iamPolicy(lane(caseWith({ prior: { mfa: {} } })), { region: 'eu-west-1' }));
    const notNeeded = JSON.stringify(iamPolicy(lane(caseWith({})), { region: 'eu-west-1' }));
    expect(needed)
      .to.include('cognito-idp:SetUserPoolMfaConfig')
      .and.include('arn:aws:cognito-idp:eu-west-1:*:userpool/*');
    expect(notNeeded).not.to.include('SetUserPoolMfaConfig');
    expect(notNeeded).to.include('cognito-idp:UpdateUserPool');
  });
});
