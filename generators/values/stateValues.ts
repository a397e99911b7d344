import type { JsonObject, JsonValue } from '../../specs/json.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { isInEdition } from '../companions/requestPaths.ts';
import { kmsKeyArn, lambdaArn, roleArn, sesIdentityArn } from './arns.ts';
import { snsRegion } from './names.ts';

/** Values of one member that differ from each other and from what a new pool shows. */
export interface StateValues {
  readonly member: string;
  readonly first: JsonValue;
  /** Values that take the first one's place, by name. */
  readonly others: Readonly<Record<string, JsonValue>>;
  /** Absent: the member has no empty form that the model allows. */
  readonly empty?: JsonValue;
  /** Companions of the first value that have to be sent again when the member is left out. */
  readonly alongside?: readonly string[];
  /** What is sent when the member is left out; absent: a change of another top-level member. */
  readonly instead?: JsonObject;
}

const smsText = (word: string) => `${word}: {####}`;

/** One entry for each top-level member, and for the two halves of Policies; an edition uses those that it has. */
export function stateValues(scene: GenerationScene): readonly StateValues[] {
  return [
    ...policies(scene),
    ...lambdaConfig(scene),
    ...verification,
    ...senders(scene),
    ...poolValues(scene),
    ...newest(),
  ];
}

const passwordPolicy = {
  MinimumLength: 12,
  RequireUppercase: true,
  RequireLowercase: true,
  RequireNumbers: false,
  RequireSymbols: false,
  TemporaryPasswordValidityDays: 3,
};
const strictPolicy = { ...passwordPolicy, MinimumLength: 20, RequireNumbers: true, TemporaryPasswordValidityDays: 30 };
const signIn = (...AllowedFirstAuthFactors: readonly string[]) => ({ AllowedFirstAuthFactors });

function policies(scene: GenerationScene): readonly StateValues[] {
  const otherHalf = isInEdition(scene, 'Policies.SignInPolicy') ? { SignInPolicy: signIn('PASSWORD') } : {};
  return [
    {
      member: 'Policies',
      first: { PasswordPolicy: passwordPolicy },
      others: { replaced: { PasswordPolicy: strictPolicy }, partly: { PasswordPolicy: { MinimumLength: 15 } } },
      empty: {},
    },
    {
      member: 'Policies.PasswordPolicy',
      instead: { Policies: otherHalf },
      first: passwordPolicy,
      others: {
        'false-after-true': { ...strictPolicy, RequireUppercase: false, RequireLowercase: false },
        'zero-days': { ...passwordPolicy, TemporaryPasswordValidityDays: 0 },
      },
      empty: {},
    },
    {
      member: 'Policies.SignInPolicy',
      instead: { Policies: { PasswordPolicy: passwordPolicy } },
      first: signIn('PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'),
      others: {
        reordered: signIn('WEB_AUTHN', 'EMAIL_OTP', 'PASSWORD'),
        fewer: signIn('PASSWORD', 'WEB_AUTHN'),
        least: signIn('PASSWORD'),
      },
      empty: {},
    },
  ];
}

function lambdaConfig(scene: GenerationScene): readonly StateValues[] {
  const lambda = lambdaArn.plain(scene);
  const other = lambdaArn.keeps(scene).alias ?? lambda;
  const sender = { LambdaVersion: 'V1_0', LambdaArn: lambda };
  return [
    {
      member: 'LambdaConfig',
      first: { PreSignUp: lambda, PostConfirmation: lambda },
      others: {
        'replaced-whole': { CustomMessage: lambda },
        'other-function': { PreSignUp: other, PostConfirmation: lambda },
        fewer: { PreSignUp: lambda },
        senders: { CustomSMSSender: sender, CustomEmailSender: sender, KMSKeyID: kmsKeyArn.plain(scene) },
      },
      empty: {},
    },
  ];
}

const updateSettings = (...AttributesRequireVerificationBeforeUpdate: readonly string[]) => ({
  AttributesRequireVerificationBeforeUpdate,
});

const verification: readonly StateValues[] = [
  {
    member: 'AutoVerifiedAttributes',
    first: ['email'],
    others: { more: ['email', 'phone_number'], replaced: ['phone_number'], reordered: ['phone_number', 'email'] },
    empty: [],
  },
  {
    member: 'UserAttributeUpdateSettings',
    first: updateSettings('email'),
    others: { more: updateSettings('phone_number', 'email'), cleared: updateSettings() },
    alongside: ['AutoVerifiedAttributes'],
  },
  { member: 'SmsVerificationMessage', first: smsText('First'), others: { replaced: smsText('Second') } },
  { member: 'EmailVerificationMessage', first: smsText('First'), others: { replaced: smsText('Second') } },
  { member: 'EmailVerificationSubject', first: 'First', others: { replaced: 'Second' } },
  {
    member: 'VerificationMessageTemplate',
    first: { SmsMessage: smsText('First'), DefaultEmailOption: 'CONFIRM_WITH_LINK' },
    others: {
      replaced: { SmsMessage: smsText('Second'), DefaultEmailOption: 'CONFIRM_WITH_CODE' },
      'by-code': { EmailMessage: smsText('Mail'), EmailSubject: 'Mail', DefaultEmailOption: 'CONFIRM_WITH_CODE' },
      'by-link': {
        EmailMessageByLink: 'Press {##here##}.',
        EmailSubjectByLink: 'Link',
        DefaultEmailOption: 'CONFIRM_WITH_LINK',
      },
    },
    empty: {},
  },
  { member: 'SmsAuthenticationMessage', first: smsText('First'), others: { replaced: smsText('Second') } },
  { member: 'MfaConfiguration', first: 'OPTIONAL', others: { on: 'ON', off: 'OFF' } },
  {
    member: 'DeviceConfiguration',
    first: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
    others: { 'false-after-true': { ChallengeRequiredOnNewDevice: false, DeviceOnlyRememberedOnUserPrompt: true } },
    empty: {},
  },
];

function senders(scene: GenerationScene): readonly StateValues[] {
  const SourceArn = sesIdentityArn.plain(scene);
  const SnsCallerArn = roleArn.plain(scene);
  const own = { EmailSendingAccount: 'DEVELOPER', SourceArn };
  return [
    {
      member: 'EmailConfiguration',
      first: { ...own, ReplyToEmailAddress: 'first@example.com' },
      others: {
        replaced: { ...own, From: 'Second <second@example.com>', ConfigurationSet: 'second' },
        'default-sender': { EmailSendingAccount: 'COGNITO_DEFAULT' },
      },
      empty: {},
    },
    {
      member: 'SmsConfiguration',
      first: { SnsCallerArn, ExternalId: 'first', SnsRegion: snsRegion.plain(scene) },
      others: { replaced: { SnsCallerArn: roleArn.keeps(scene).path ?? SnsCallerArn, ExternalId: 'second' } },
    },
  ];
}

function poolValues(scene: GenerationScene): readonly StateValues[] {
  const mechanism = (Priority: number, Name: string) => ({ Priority, Name });
  const recovery = (...RecoveryMechanisms: readonly JsonValue[]) => ({ RecoveryMechanisms });
  return [
    { member: 'DeletionProtection', first: 'ACTIVE', others: { inactive: 'INACTIVE' } },
    {
      member: 'UserPoolTags',
      first: { Team: 'Blue', Area: 'West' },
      others: { replaced: { Team: 'Red', Cost: '7' }, fewer: { Team: 'Blue' } },
      empty: {},
    },
    {
      member: 'AdminCreateUserConfig',
      first: { AllowAdminCreateUserOnly: true, InviteMessageTemplate: { SMSMessage: '{username} {####}' } },
      others: {
        'false-after-true': { AllowAdminCreateUserOnly: false },
        invitation: { InviteMessageTemplate: { EmailMessage: '{username}: {####}', EmailSubject: 'Welcome' } },
      },
      empty: {},
    },
    {
      member: 'UserPoolAddOns',
      first: { AdvancedSecurityMode: 'AUDIT' },
      others: { enforced: { AdvancedSecurityMode: 'ENFORCED' }, off: { AdvancedSecurityMode: 'OFF' } },
    },
    {
      member: 'AccountRecoverySetting',
      first: recovery(mechanism(1, 'verified_phone_number'), mechanism(2, 'verified_email')),
      others: {
        swapped: recovery(mechanism(1, 'verified_email'), mechanism(2, 'verified_phone_number')),
        fewer: recovery(mechanism(1, 'verified_phone_number')),
        'admin-only': recovery(mechanism(1, 'admin_only')),
      },
      empty: {},
    },
    { member: 'PoolName', first: 'first-name', others: { replaced: 'second-name' } },
    { member: 'UserPoolTier', first: 'PLUS', others: { essentials: 'ESSENTIALS', lite: 'LITE' } },
    {
      member: 'KeyConfiguration',
      first: { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: kmsKeyArn.plain(scene) },
      others: { 'owned-by-aws': { KeyType: 'AWS_OWNED_KEY' } },
      empty: {},
    },
    {
      member: 'IssuerConfiguration',
      first: { Type: 'UPDATED' },
      others: { original: { Type: 'ORIGINAL' } },
      empty: {},
    },
  ];
}

function newest(): readonly StateValues[] {
  const named = (level: string, AcrValue: string) => ({ [level]: { AcrValue } });
  return [
    {
      member: 'DcrConfiguration',
      first: { EnableStatus: 'Enabled', OpenDcrEnabled: true, OpenDcrGrantTypes: ['code', 'client_credentials'] },
      others: {
        'false-after-true': { EnableStatus: 'Enabled', OpenDcrEnabled: false, AllowedScopes: ['openid', 'email'] },
        'authenticated-grants': { AuthenticatedGrantTypes: ['code', 'client_credentials'] },
        disabled: { EnableStatus: 'Disabled' },
      },
      empty: {},
    },
    {
      member: 'AcrConfiguration',
      first: { ...named('Level1', 'urn:example:acr:level1:first'), ...named('Level2', 'urn:example:acr:level2:first') },
      others: {
        replaced: named('Level1', 'urn:example:acr:level1:second'),
        fewer: named('Level2', 'urn:example:acr:level2:first'),
      },
    },
  ];
}
