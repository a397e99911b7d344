import type { JsonObject } from './json.ts';
import type { MemberPath } from './member.ts';
import { functionArn, identityArn, keyArn, roleArn } from './sharedExamples.ts';

/** Something that sources contradict each other on, or that nobody knows. */
export interface OpenQuestion {
  readonly id: string;
  readonly question: string;
  readonly members: readonly MemberPath[];
  readonly sources: readonly string[];
  /** Requests without UserPoolId whose answers, and the state after them, would settle it. */
  readonly asks: readonly Ask[];
}

/** A request to be sent after another. */
export interface Ask {
  readonly request: JsonObject;
  readonly prior?: JsonObject;
  /** A SetUserPoolMfaConfig request without UserPoolId that has to be applied first. */
  readonly mfa?: JsonObject;
}

const nothingElse: JsonObject = { MfaConfiguration: 'OFF' };
const developer: JsonObject = { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', SourceArn: identityArn } };

/** The questions, in the order of the request. */
export const openQuestions: readonly OpenQuestion[] = [
  {
    id: 'omission-in-general',
    question:
      'Does an update reset what it leaves out, as the documentation says, or only the members measured to be reset?',
    members: ['Policies', 'UserPoolTags', 'AccountRecoverySetting', 'SmsConfiguration', 'DeletionProtection'],
    sources: [
      'API reference',
      'aws/aws-cli thread of 2018 (OBS-126)',
      'go-to-k/cdkd measurements of 2026 (OBS-009 to OBS-018)',
    ],
    asks: [
      { prior: { UserPoolTags: { Team: 'Blue' } }, request: nothingElse },
      { prior: { Policies: { PasswordPolicy: { MinimumLength: 12 } } }, request: nothingElse },
    ],
  },
  {
    id: 'part-of-password-policy',
    question: 'Does a PasswordPolicy with one member reset the others in an update, as it does in a new pool?',
    members: ['Policies.PasswordPolicy'],
    sources: [
      'go-to-k/cdk-real-drift: in a new pool false, 8 and 7 (R04, R05, R06)',
      'Smithy model, whose defaults are false and 0',
    ],
    asks: [
      {
        prior: {
          Policies: { PasswordPolicy: { MinimumLength: 12, RequireSymbols: true, TemporaryPasswordValidityDays: 30 } },
        },
        request: { Policies: { PasswordPolicy: { MinimumLength: 10 } } },
      },
      {
        prior: { Policies: { PasswordPolicy: { MinimumLength: 12 } } },
        request: { Policies: { PasswordPolicy: { RequireNumbers: true } } },
      },
    ],
  },
  {
    id: 'password-history-without-protection',
    question: 'Is PasswordHistorySize refused without threat protection, or on the LITE plan?',
    members: ['Policies.PasswordPolicy.PasswordHistorySize'],
    sources: ['API model prose of 2024-08-06, deleted on 2025-03-03 (rule 4)'],
    asks: [
      { request: { Policies: { PasswordPolicy: { PasswordHistorySize: 5 } } } },
      { request: { UserPoolTier: 'LITE', Policies: { PasswordPolicy: { PasswordHistorySize: 5 } } } },
    ],
  },
  {
    id: 'software-token-first',
    question: 'Is SOFTWARE_TOKEN refused as a first factor?',
    members: ['Policies.SignInPolicy.AllowedFirstAuthFactors'],
    sources: ['model of 2026-07-24, which lists it', 'its prose, which asks not to send it (rule 7)'],
    asks: [{ request: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'SOFTWARE_TOKEN'] } } } }],
  },
  {
    id: 'mfa-without-software-token',
    question: 'When are OPTIONAL and ON refused for want of a factor?',
    members: ['MfaConfiguration'],
    sources: [
      'aws-cloudformation/cloudformation-coverage-roadmap thread (OBS-035)',
      'go-to-k/cdkd (OBS-032, a comment on OPTIONAL)',
    ],
    asks: [
      { request: { MfaConfiguration: 'OPTIONAL' } },
      { request: { MfaConfiguration: 'ON', SmsConfiguration: { SnsCallerArn: roleArn, ExternalId: 'poolproof' } } },
    ],
  },
  {
    id: 'phone-number-with-stored-sms',
    question: 'Does phone_number need the SmsConfiguration in the same request, or is the stored one enough?',
    members: ['AutoVerifiedAttributes', 'SmsConfiguration'],
    sources: ['measurement of 2026-09-13 (rule 21)', 'go-to-k/cdkd (OBS-017)'],
    asks: [
      {
        prior: { SmsConfiguration: { SnsCallerArn: roleArn, ExternalId: 'poolproof' } },
        request: { AutoVerifiedAttributes: ['phone_number'] },
      },
    ],
  },
  {
    id: 'line-break-in-sms',
    question: 'Is a line break allowed in an SMS text?',
    members: ['SmsVerificationMessage', 'SmsAuthenticationMessage', 'VerificationMessageTemplate.SmsMessage'],
    sources: [
      'botocore pattern, which refuses it',
      'Smithy pattern, which lets it pass',
      'pattern printed for invitations (OBS-087)',
    ],
    asks: [{ request: { SmsAuthenticationMessage: 'Code\n{####}' } }],
  },
  {
    id: 'link-without-text',
    question: 'Is a mail by link whose link has no text refused?',
    members: ['VerificationMessageTemplate.EmailMessageByLink'],
    sources: ['aws/aws-cli thread, whose cause is a guess (OBS-077)'],
    asks: [{ request: { ...developer, VerificationMessageTemplate: { EmailMessageByLink: 'Press {####}.' } } }],
  },
  {
    id: 'older-messages-omitted',
    question: 'What becomes of the verification messages when they are left out?',
    members: [
      'SmsVerificationMessage',
      'EmailVerificationMessage',
      'EmailVerificationSubject',
      'VerificationMessageTemplate',
    ],
    sources: [
      'API reference',
      'aws/serverless-application-model#1548, lost by a deployment (R08)',
      'no measurement but of DefaultEmailOption (OBS-006)',
    ],
    asks: [{ prior: { SmsVerificationMessage: 'Verify {####}' }, request: nothingElse }],
  },
  {
    id: 'email-configuration-omitted',
    question: 'Is an EmailConfiguration with DEVELOPER reset when it is left out?',
    members: ['EmailConfiguration'],
    sources: [
      'alchemy-run/alchemy thread and a public Amplify project, which say yes (R07)',
      'go-to-k/cdkd, which measured COGNITO_DEFAULT only (OBS-016)',
    ],
    asks: [{ prior: developer, request: nothingElse }],
  },
  {
    id: 'default-sender-with-identity',
    question: 'When is SourceArn refused with COGNITO_DEFAULT?',
    members: ['EmailConfiguration.SourceArn'],
    sources: ['badmintoncryer/cdk-preflight (OBS-066)'],
    asks: [{ request: { EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT', SourceArn: identityArn } } }],
  },
  {
    id: 'ses-regions',
    question: 'Which Regions may send mail for a pool, and which may send its SMS messages?',
    members: ['EmailConfiguration.SourceArn', 'SmsConfiguration.SnsRegion'],
    sources: [
      'badmintoncryer/cdk-preflight in us-east-1 (OBS-067, OBS-074)',
      'aws/aws-cdk thread on us-west-1',
      'a deployment in ap-northeast-2, where Tokyo alone sends (R20)',
    ],
    asks: [
      {
        request: {
          EmailConfiguration: {
            EmailSendingAccount: 'DEVELOPER',
            SourceArn: identityArn.replace('us-east-1', 'eu-west-1'),
          },
        },
      },
      { request: { SmsConfiguration: { SnsCallerArn: roleArn, SnsRegion: 'us-west-2' } } },
    ],
  },
  {
    id: 'unusual-arns',
    question: 'Is an ARN refused that fits the pattern and names no function, no key, no identity or no Region?',
    members: ['LambdaConfig', 'LambdaConfig.KMSKeyID', 'EmailConfiguration.SourceArn'],
    sources: ['the pattern, which lets it pass'],
    asks: [
      { request: { LambdaConfig: { PreSignUp: 'arn:aws:lambda::1:ab' } } },
      { request: { LambdaConfig: { PreSignUp: 'arn:aws:sns:us-east-1:123456789012:topic' } } },
      { request: { LambdaConfig: { KMSKeyID: keyArn.replace('us-east-1', 'eu-west-1') } } },
    ],
  },
  {
    id: 'no-sms-sender',
    question: 'Is an SmsConfiguration refused that has no sender?',
    members: ['SmsConfiguration'],
    sources: ['model of 2026-07-17, which requires none', 'its prose, which asks for one (rule 25)'],
    asks: [{ request: { SmsConfiguration: {} } }, { request: { SmsConfiguration: { SnsCallerArn: '' } } }],
  },
  {
    id: 'tags',
    question: 'Do empty UserPoolTags clear the tags, and how are too many, reserved or odd tags refused?',
    members: ['UserPoolTags'],
    sources: ['developer guide (rule 46)', 'no measurement'],
    asks: [
      { prior: { UserPoolTags: { Team: 'Blue' } }, request: { UserPoolTags: {} } },
      { request: { UserPoolTags: { 'aws:reserved': 'x' } } },
      { request: { UserPoolTags: { 'odd!': 'x' } } },
    ],
  },
  {
    id: 'unused-account-validity',
    question: 'Is UnusedAccountValidityDays alone refused?',
    members: ['AdminCreateUserConfig.UnusedAccountValidityDays'],
    sources: ['API model prose (rule 3)', 'several threads on both together (OBS-057)'],
    asks: [{ request: { AdminCreateUserConfig: { UnusedAccountValidityDays: 30 } } }],
  },
  {
    id: 'part-of-admin-create-user-config',
    question: 'Does an AdminCreateUserConfig or EmailConfiguration that is empty or partial reset what it leaves out?',
    members: ['AdminCreateUserConfig', 'EmailConfiguration'],
    sources: ['no source'],
    asks: [
      { prior: { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } }, request: { AdminCreateUserConfig: {} } },
      {
        prior: {
          EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT', ReplyToEmailAddress: 'reply@example.com' },
        },
        request: { EmailConfiguration: {} },
      },
    ],
  },
  {
    id: 'code-in-invitations',
    question: 'May an invitation go without {####} or {username}?',
    members: ['AdminCreateUserConfig.InviteMessageTemplate'],
    sources: [
      'model of 2024-11-22, which lets it',
      'measurement of 2026-09-08 on CreateUserPool, refused (OBS-086, OBS-087)',
    ],
    asks: [
      { request: { AdminCreateUserConfig: { InviteMessageTemplate: { SMSMessage: 'Welcome aboard' } } } },
      { request: { AdminCreateUserConfig: { InviteMessageTemplate: { SMSMessage: 'Code {####}' } } } },
    ],
  },
  {
    id: 'protection-on-lite',
    question: 'May a new pool have threat protection on LITE, or CustomAuthMode with the protection off?',
    members: ['UserPoolAddOns', 'UserPoolTier'],
    sources: ['aws/aws-cdk thread on older pools (rule 13)', 'API model prose of 2025-03-03'],
    asks: [
      { request: { UserPoolTier: 'LITE', UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } } },
      {
        request: {
          UserPoolTier: 'PLUS',
          UserPoolAddOns: { AdvancedSecurityMode: 'OFF', AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'AUDIT' } },
        },
      },
    ],
  },
  {
    id: 'empty-recovery',
    question: 'What does an empty AccountRecoverySetting leave?',
    members: ['AccountRecoverySetting'],
    sources: ['terraform thread on {} (rule 45)'],
    asks: [
      {
        prior: { AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'verified_email' }] } },
        request: { AccountRecoverySetting: {} },
      },
    ],
  },
  {
    id: 'name-omitted',
    question: 'Does a renamed pool keep its name when PoolName is left out?',
    members: ['PoolName'],
    sources: ['go-to-k/cdkd, on pools that were never renamed (OBS-030)'],
    asks: [{ prior: { PoolName: 'poolproof renamed' }, request: nothingElse }],
  },
  {
    id: 'key-without-arn',
    question: 'Is CUSTOMER_MANAGED_KEY refused without KmsKeyArn, and AWS_OWNED_KEY with one?',
    members: ['KeyConfiguration'],
    sources: ['API model prose of 2026-06-01 (rule 49)'],
    asks: [
      { request: { KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY' } } },
      { request: { KeyConfiguration: { KeyType: 'AWS_OWNED_KEY', KmsKeyArn: keyArn } } },
    ],
  },
  {
    id: 'acr-read-back',
    question: 'Is a stored AcrConfiguration shown, are equal values refused, and is it taken on LITE?',
    members: ['AcrConfiguration'],
    sources: [
      'API reference, which says unique (rule 48)',
      'a report from five Regions: read back as null, equal values accepted (R25)',
    ],
    asks: [
      { request: { AcrConfiguration: { Level1: { AcrValue: 'urn:example:level:1' } } } },
      {
        request: {
          AcrConfiguration: { Level1: { AcrValue: 'urn:example:a' }, Level2: { AcrValue: 'urn:example:a' } },
        },
      },
      {
        request: { UserPoolTier: 'LITE', AcrConfiguration: { Level1: { AcrValue: 'urn:example:level:1' } } },
      },
    ],
  },
  {
    id: 'token-trigger-version',
    question: 'Does PreTokenGenerationConfig V2_0 show on a pool that has PreTokenGeneration?',
    members: ['LambdaConfig.PreTokenGenerationConfig'],
    sources: ['aws-cloudformation/aws-cloudformation-templates#406, where it stayed V1_0 (R31)'],
    asks: [
      {
        prior: { LambdaConfig: { PreTokenGeneration: functionArn } },
        request: {
          LambdaConfig: {
            PreTokenGeneration: functionArn,
            PreTokenGenerationConfig: { LambdaVersion: 'V2_0', LambdaArn: functionArn },
          },
        },
      },
    ],
  },
  {
    id: 'recovery-and-mfa',
    question: 'Which recovery mechanisms and senders may a pool go back to while SMS or e-mail is a second factor?',
    members: ['AccountRecoverySetting', 'EmailConfiguration'],
    sources: [
      'aws/aws-cdk#11478: telephone refused beside SMS (R22)',
      'a decision record: SetUserPoolMfaConfig refuses the reverse (R23)',
    ],
    asks: [
      {
        mfa: {
          MfaConfiguration: 'OPTIONAL',
          SmsMfaConfiguration: { SmsConfiguration: { SnsCallerArn: roleArn, ExternalId: 'poolproof' } },
        },
        request: { AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'verified_phone_number' }] } },
      },
      {
        prior: developer,
        mfa: { MfaConfiguration: 'OPTIONAL', EmailMfaConfiguration: { Message: 'Code {####}', Subject: 'Code' } },
        request: { EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' } },
      },
    ],
  },
  {
    id: 'limits-of-dcr',
    question: 'How long may the lists of DcrConfiguration be, and what is stored of implicit?',
    members: ['DcrConfiguration'],
    sources: ['no source states limits (rule 47)'],
    asks: [
      { request: { DcrConfiguration: { EnableStatus: 'Enabled', AuthenticatedGrantTypes: [] } } },
      { request: { DcrConfiguration: { EnableStatus: 'Enabled', OpenDcrGrantTypes: ['code', 'implicit'] } } },
      { request: { DcrConfiguration: { AllowedScopes: ['openid', 'email', 'profile', 'phone'] } } },
    ],
  },
  {
    id: 'null',
    question: 'Is null the same as leaving a member out?',
    members: ['DeviceConfiguration', 'UserPoolTags', 'MfaConfiguration'],
    sources: ['no source but on DeviceConfiguration (rule 30)'],
    asks: [
      { prior: { UserPoolTags: { Team: 'Blue' } }, request: { UserPoolTags: null } },
      {
        prior: { DeviceConfiguration: { ChallengeRequiredOnNewDevice: true } },
        request: { DeviceConfiguration: null },
      },
    ],
  },
  {
    id: 'wrong-json',
    question: 'How are unknown members and values of almost the right type taken?',
    members: ['Policies.PasswordPolicy.MinimumLength', 'AdminCreateUserConfig.AllowAdminCreateUserOnly'],
    sources: ['reports on SignUp (OBS-105, OBS-106)', 'no record on UpdateUserPool'],
    asks: [
      { request: { Policies: { PasswordPolicy: { MinimumLength: '12' } } } },
      { request: { Policies: { PasswordPolicy: { MinimumLength: 12.5 } } } },
      { request: { AdminCreateUserConfig: { AllowAdminCreateUserOnly: 'true' } } },
      { request: { Unknown: 'member' } },
    ],
  },
];
