import { expect } from 'chai';
import fc from 'fast-check';
import { editionOf, newestEdition } from '../../specs/editions/index.ts';
import type { JsonObject } from '../../specs/json.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { validRequest } from '../cases/validRequest.ts';
import { lambdaArn } from '../values/arns.ts';
import { withCompanions, withCompanionsForAnyState } from './index.ts';
import { getIn } from './requestPaths.ts';

const scene: GenerationScene = {
  edition: newestEdition,
  basis: 'observed',
  region: 'eu-west-1',
  account: '123456789012',
};

function completed(request: JsonObject): JsonObject {
  return withCompanions(request, scene);
}

describe('companions', () => {
  it('have nothing to add to what they completed', () => {
    fc.assert(
      fc.property(validRequest(scene), (request) => {
        expect(withCompanionsForAnyState(request, scene)).to.deep.equal(request);
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it('let a request be that asks for nothing', () => {
    expect(completed({ PoolName: 'name' })).to.deep.equal({ PoolName: 'name' });
  });

  it('name a role where phone numbers are verified', () => {
    const request = completed({
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['phone_number'] },
    });
    expect(request.AutoVerifiedAttributes).to.deep.equal(['phone_number']);
    expect(getIn(request, 'SmsConfiguration.SnsCallerArn')).to.match(/^arn:aws:iam::123456789012:role\//);
  });

  it('empty the attributes that a pool may have kept, unless all are verified', () => {
    expect(getIn(withCompanionsForAnyState({}, scene), 'UserAttributeUpdateSettings')).to.deep.equal({
      AttributesRequireVerificationBeforeUpdate: [],
    });
    const both = withCompanionsForAnyState({ AutoVerifiedAttributes: ['email', 'phone_number'] }, scene);
    expect(both).not.to.have.property('UserAttributeUpdateSettings');
  });

  it('send own mails through an own account with an identity', () => {
    const request = completed({ EmailVerificationSubject: 'Hello' });
    expect(getIn(request, 'EmailConfiguration.EmailSendingAccount')).to.equal('DEVELOPER');
    expect(getIn(request, 'EmailConfiguration.SourceArn')).to.contain(':ses:eu-west-1:');
  });

  it('keep to one way of verifying', () => {
    const request = completed({
      VerificationMessageTemplate: { EmailMessage: '{####}', EmailMessageByLink: '{##a##}' },
    });
    expect(getIn(request, 'VerificationMessageTemplate')).to.deep.equal({
      EmailMessageByLink: '{##a##}',
      DefaultEmailOption: 'CONFIRM_WITH_LINK',
    });
  });

  it('give mirrored texts the same words', () => {
    const request = completed({
      SmsVerificationMessage: 'old {####}',
      VerificationMessageTemplate: { SmsMessage: 'new {####}' },
    });
    expect(request.SmsVerificationMessage).to.equal('new {####}');
  });

  it('put features and plans together', () => {
    expect(completed({ UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } }).UserPoolTier).to.equal('PLUS');
    const history = completed({ Policies: { PasswordPolicy: { PasswordHistorySize: 3 } } });
    expect(getIn(history, 'UserPoolAddOns.AdvancedSecurityMode')).to.equal('AUDIT');
    expect(history.UserPoolTier).to.equal('PLUS');
    const passwordless = completed({ Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['EMAIL_OTP'] } } });
    expect(passwordless.UserPoolTier).to.equal('ESSENTIALS');
    expect(passwordless.MfaConfiguration).to.equal('OFF');
    expect(getIn(passwordless, 'Policies.SignInPolicy.AllowedFirstAuthFactors')).to.deep.equal([
      'PASSWORD',
      'EMAIL_OTP',
    ]);
  });

  it('turn off on a smaller plan what it does not have', () => {
    const lite = completed({ UserPoolTier: 'LITE' });
    expect(getIn(lite, 'Policies.SignInPolicy.AllowedFirstAuthFactors')).to.deep.equal(['PASSWORD']);
    expect(getIn(lite, 'UserPoolAddOns.AdvancedSecurityMode')).to.equal('OFF');
    expect(getIn(lite, 'Policies.PasswordPolicy.PasswordHistorySize')).to.equal(0);
    expect(getIn(lite, 'DcrConfiguration.EnableStatus')).to.equal('Disabled');
  });

  it('say nothing of plans in an edition without them', () => {
    const before = { ...scene, edition: editionOf('2023-08-15') };
    const request = withCompanions({ UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } }, before);
    expect(request).to.deep.equal({ UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } });
  });

  it('agree on the trigger before token generation and give senders a key', () => {
    const [one, other] = [lambdaArn.plain(scene), lambdaArn.keeps(scene).alias ?? ''];
    const versioned = { LambdaVersion: 'V1_0', LambdaArn: one };
    const request = completed({
      LambdaConfig: { PreTokenGeneration: other, PreTokenGenerationConfig: versioned, CustomSMSSender: versioned },
    });
    expect(getIn(request, 'LambdaConfig.PreTokenGeneration')).to.equal(one);
    expect(getIn(request, 'LambdaConfig.KMSKeyID')).to.contain(':kms:eu-west-1:');
  });

  it('keep one sender of SMS, one recovery by the administrator, and a key that has a name', () => {
    const sms = completed({
      SmsConfiguration: { SnsCallerArn: 'arn', ExternalId: 'x', EumsSms: { CallerArn: 'arn' } },
    });
    expect(sms.SmsConfiguration).to.deep.equal({ EumsSms: { CallerArn: 'arn' } });
    const mechanism = (Priority: number, Name: string) => ({ Priority, Name });
    const list = [mechanism(1, 'verified_email'), mechanism(2, 'admin_only'), mechanism(2, 'verified_email')];
    const recovery = completed({ AccountRecoverySetting: { RecoveryMechanisms: list } });
    expect(getIn(recovery, 'AccountRecoverySetting.RecoveryMechanisms')).to.deep.equal([mechanism(2, 'admin_only')]);
    const key = completed({ KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY' } });
    expect(getIn(key, 'KeyConfiguration.KmsKeyArn')).to.contain(':kms:');
  });

  it('send the days of the first password once', () => {
    const request = completed({
      Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 3 } },
      AdminCreateUserConfig: { UnusedAccountValidityDays: 0 },
    });
    expect(request.AdminCreateUserConfig).to.deep.equal({});
  });
});
