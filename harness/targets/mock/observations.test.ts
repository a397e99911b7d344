import { expect } from 'chai';
import type { JsonObject, JsonValue } from '../../../specs/json.ts';
import { valueAt } from '../../oracle/condition.ts';
import { onePool } from './onePool.ts';

/** What the live service was seen to do with a member, by the row of our notes. */
interface Observation {
  readonly row: string;
  readonly what: string;
  readonly creation?: JsonObject;
  /** A request applied first. */
  readonly prior?: JsonObject;
  readonly mfa?: JsonObject;
  readonly request: JsonObject;
  /** Values afterwards by path of DescribeUserPool; undefined for what is not shown. */
  readonly shows: Readonly<Record<string, JsonValue | undefined>>;
}

const lambda = (name: string) => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;
const role = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'x' };
const control = { PoolName: 'control' };
const softwareToken = { SoftwareTokenMfaConfiguration: { Enabled: true } };
const password = { MinimumLength: 12, RequireSymbols: false };
const factors = ['PASSWORD', 'EMAIL_OTP'];
const policies = { PasswordPolicy: password, SignInPolicy: { AllowedFirstAuthFactors: factors } };
const verified = {
  AutoVerifiedAttributes: ['email'],
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
};
const recovery = { RecoveryMechanisms: [{ Priority: 1, Name: 'verified_phone_number' }] };

const observations: readonly Observation[] = [
  {
    row: 'OBS-001',
    what: 'resets AutoVerifiedAttributes',
    prior: { AutoVerifiedAttributes: ['email'] },
    request: control,
    shows: { AutoVerifiedAttributes: undefined },
  },
  {
    row: 'OBS-002',
    what: 'clears LambdaConfig',
    prior: { LambdaConfig: { PreAuthentication: lambda('a') } },
    request: control,
    shows: { LambdaConfig: {} },
  },
  {
    row: 'OBS-003',
    what: 'replaces LambdaConfig whole',
    prior: { LambdaConfig: { PreAuthentication: lambda('a') } },
    request: { LambdaConfig: { PreSignUp: lambda('b') } },
    shows: { LambdaConfig: { PreSignUp: lambda('b') } },
  },
  {
    row: 'OBS-004',
    what: 'resets UserPoolAddOns',
    prior: { UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } },
    request: control,
    shows: { UserPoolAddOns: undefined, UserPoolTier: 'PLUS' },
  },
  {
    row: 'OBS-005',
    what: 'resets AllowAdminCreateUserOnly',
    prior: { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } },
    request: control,
    shows: { 'AdminCreateUserConfig.AllowAdminCreateUserOnly': false },
  },
  {
    row: 'OBS-006',
    what: 'resets DefaultEmailOption',
    prior: { VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_LINK' } },
    request: control,
    shows: { 'VerificationMessageTemplate.DefaultEmailOption': 'CONFIRM_WITH_CODE' },
  },
  {
    row: 'OBS-007',
    what: 'resets SmsAuthenticationMessage',
    prior: { SmsAuthenticationMessage: 'code {####}' },
    request: control,
    shows: { SmsAuthenticationMessage: undefined },
  },
  {
    row: 'OBS-008',
    what: 'resets DeviceConfiguration',
    prior: { DeviceConfiguration: { ChallengeRequiredOnNewDevice: true } },
    request: control,
    shows: { DeviceConfiguration: undefined },
  },
  {
    row: 'OBS-009',
    what: 'keeps both halves of Policies',
    prior: { Policies: policies },
    request: control,
    shows: {
      'Policies.PasswordPolicy.MinimumLength': 12,
      'Policies.PasswordPolicy.RequireSymbols': false,
      'Policies.SignInPolicy.AllowedFirstAuthFactors': factors,
    },
  },
  {
    row: 'OBS-010',
    what: 'keeps SignInPolicy when only PasswordPolicy is sent',
    prior: { Policies: policies },
    request: { Policies: { PasswordPolicy: { MinimumLength: 14 } } },
    shows: {
      'Policies.PasswordPolicy.MinimumLength': 14,
      'Policies.SignInPolicy.AllowedFirstAuthFactors': factors,
    },
  },
  {
    row: 'OBS-011',
    what: 'keeps PasswordPolicy when only SignInPolicy is sent',
    prior: { Policies: policies },
    request: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } } },
    shows: {
      'Policies.PasswordPolicy.MinimumLength': 12,
      'Policies.PasswordPolicy.RequireSymbols': false,
      'Policies.SignInPolicy.AllowedFirstAuthFactors': ['PASSWORD'],
    },
  },
  {
    row: 'OBS-012',
    what: 'keeps AllowedFirstAuthFactors when SignInPolicy is sent without it',
    prior: { Policies: policies },
    request: { Policies: { SignInPolicy: {} } },
    shows: { 'Policies.SignInPolicy.AllowedFirstAuthFactors': factors },
  },
  {
    row: 'OBS-013',
    what: 'keeps MfaConfiguration ON',
    mfa: { MfaConfiguration: 'ON', ...softwareToken },
    request: control,
    shows: { MfaConfiguration: 'ON' },
  },
  {
    row: 'OBS-013',
    what: 'keeps MfaConfiguration OPTIONAL',
    mfa: { MfaConfiguration: 'OPTIONAL', ...softwareToken },
    request: control,
    shows: { MfaConfiguration: 'OPTIONAL' },
  },
  {
    row: 'OBS-014',
    what: 'keeps tags',
    prior: { UserPoolTags: { a: 'b' } },
    request: control,
    shows: { UserPoolTags: { a: 'b' } },
  },
  {
    row: 'OBS-015',
    what: 'keeps AccountRecoverySetting',
    prior: { AccountRecoverySetting: recovery },
    request: control,
    shows: { AccountRecoverySetting: recovery },
  },
  {
    row: 'OBS-016',
    what: 'keeps EmailConfiguration COGNITO_DEFAULT',
    prior: { EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' } },
    request: control,
    shows: { EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' } },
  },
  {
    row: 'OBS-017',
    what: 'keeps SmsConfiguration',
    prior: { SmsConfiguration: role },
    request: control,
    shows: { SmsConfiguration: role },
  },
  {
    row: 'OBS-018',
    what: 'keeps DeletionProtection ACTIVE',
    prior: { DeletionProtection: 'ACTIVE' },
    request: control,
    shows: { DeletionProtection: 'ACTIVE', Name: 'control' },
  },
  {
    row: 'OBS-019',
    what: 'keeps UserPoolTier',
    prior: { UserPoolTier: 'PLUS' },
    request: control,
    shows: { UserPoolTier: 'PLUS' },
  },
  {
    row: 'OBS-020',
    what: 'keeps key and issuer',
    request: control,
    shows: { 'KeyConfiguration.KeyType': 'AWS_OWNED_KEY', 'IssuerConfiguration.Type': 'ORIGINAL' },
  },
  {
    row: 'OBS-021',
    what: 'keeps UserAttributeUpdateSettings',
    prior: verified,
    request: { AutoVerifiedAttributes: ['email'] },
    shows: { 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate': ['email'] },
  },
  {
    row: 'OBS-024',
    what: 'clears UserAttributeUpdateSettings by an empty list',
    prior: verified,
    request: { UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [] } },
    shows: { 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate': [] },
  },
  { row: 'OBS-026', what: 'renames the pool', request: { PoolName: 'after' }, shows: { Name: 'after' } },
  {
    row: 'OBS-027',
    what: 'lowers the tier',
    prior: { UserPoolTier: 'PLUS' },
    request: { UserPoolTier: 'LITE' },
    shows: { UserPoolTier: 'LITE' },
  },
  {
    row: 'OBS-028',
    what: 'takes INACTIVE on an unprotected pool',
    request: { DeletionProtection: 'INACTIVE' },
    shows: { DeletionProtection: 'INACTIVE' },
  },
  {
    row: 'OBS-029',
    what: 'stores a function that does not exist',
    request: { LambdaConfig: { PreSignUp: lambda('nowhere') } },
    shows: { LambdaConfig: { PreSignUp: lambda('nowhere') } },
  },
];

describe('observations', () => {
  for (const { row, what, creation, prior, mfa, request, shows } of observations) {
    it(`${row}: ${what}`, () => {
      const pool = onePool(creation);
      if (mfa !== undefined) pool.call('SetUserPoolMfaConfig', mfa);
      if (prior !== undefined) pool.call('UpdateUserPool', prior);
      expect(pool.call('UpdateUserPool', request)).to.deep.equal({});
      const shown = pool.shown();
      for (const [path, value] of Object.entries(shows)) expect(valueAt(shown, path), path).to.deep.equal(value);
    });
  }

  for (const [row, request] of [
    ['OBS-022', { DeletionProtection: 'ACTIVE' }],
    ['OBS-023', { UserAttributeUpdateSettings: verified.UserAttributeUpdateSettings }],
  ] as const) {
    it(`${row}: refuses attributes that are no longer verified, and applies nothing`, () => {
      const pool = onePool();
      pool.call('UpdateUserPool', verified);
      const before = pool.shown();
      expect(pool.refusal('UpdateUserPool', request)).to.deep.equal({
        name: 'InvalidParameterException',
        message: 'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
      });
      expect(pool.shown()).to.deep.equal(before);
    });
  }

  it('OBS-025: keeps the factors', () => {
    const pool = onePool();
    const WebAuthnConfiguration = { FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' };
    pool.call('SetUserPoolMfaConfig', { MfaConfiguration: 'ON', ...softwareToken, WebAuthnConfiguration });
    pool.call('UpdateUserPool', control);
    expect(pool.call('GetUserPoolMfaConfig')).to.deep.include({ ...softwareToken, WebAuthnConfiguration });
  });

  it('OBS-030: a pool sent back as shown stays as it is', () => {
    const pool = onePool();
    pool.call('SetUserPoolMfaConfig', { MfaConfiguration: 'ON', ...softwareToken });
    pool.call('UpdateUserPool', { ...verified, LambdaConfig: { PreSignUp: lambda('a') }, UserPoolTags: { a: 'b' } });
    const { LastModifiedDate: _before, ...before } = pool.shown();
    // What follows TemporaryPasswordValidityDays is shown, and refused beside it (OBS-057).
    const sentBack = {
      ...before,
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
      PoolName: String(before.Name),
    };
    pool.call('UpdateUserPool', sentBack);
    const { LastModifiedDate: _after, ...after } = pool.shown();
    expect(after).to.deep.equal(before);
  });
});
