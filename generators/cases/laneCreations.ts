import type { JsonObject } from '../../specs/json.ts';
import type { Phase } from './case.ts';

/** What updates can change, set at creation: an update that leaves it out must not take it for a default. */
const settings: JsonObject = {
  Policies: { PasswordPolicy: { MinimumLength: 11, RequireNumbers: true, TemporaryPasswordValidityDays: 5 } },
  AutoVerifiedAttributes: ['email'],
  SmsAuthenticationMessage: 'Yours is {####}',
  DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
  AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
  AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'verified_email' }] },
};

/** Members with which the pools of a phase are created: some that no update can change, so that losing them is noticed. */
export const laneCreations: Readonly<Partial<Record<Phase, JsonObject>>> = {
  examples: {
    AliasAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
    Schema: [{ Name: 'poolproof', AttributeDataType: 'String' }],
  },
  sequence: { UsernameAttributes: ['email'], UsernameConfiguration: { CaseSensitive: false }, ...settings },
};
