import type { ClauseId } from '../../../specs/clause.ts';
import type { JsonObject } from '../../../specs/json.ts';
import { valueAt } from '../../oracle/condition.ts';
import type { Rule } from './memberRules.ts';

/** What the service says of a broken rule, where that was seen; else the sentence of the clause. */
export function ruleText({ id, says }: Rule, result: JsonObject, region: string): string {
  const text = texts[id] ?? (/^lambda-config\..*\.region$/.test(id) ? crossRegion : says);
  return text
    .replaceAll('<Region>', region)
    .replaceAll('<tier>', String(valueAt(result, 'UserPoolTier')))
    .replaceAll('<version>', String(valueAt(result, 'LambdaConfig.PreTokenGenerationConfig.LambdaVersion')));
}

/** The clauses whose text was seen. */
export function rulesWithText(): readonly ClauseId[] {
  return Object.keys(texts);
}

const crossRegion = 'Cross-region lambda functions are not supported';
const needsTier = 'The following features need to be disabled for the <tier> pricing tier configured:';
const recovery = 'Invalid account recovery setting parameter. Account Recovery Setting cannot';
const duplicates = `${recovery} have duplicate priorities or recovery mechanisms.`;
const firstFactors = 'policies.sign-in-policy.allowed-first-auth-factors';
const smsForPhone = 'SMS configuration is required when phone_number is selected for auto verification';

const texts: Readonly<Record<ClauseId, string>> = {
  'mfa-configuration.factor': 'Cannot turn MFA functionality ON, once the user pool has been created.',
  'lambda-config.pre-token-generation.same-function':
    "Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function ARN's",
  'lambda-config.pre-token-generation-config.plan': `${needsTier} Token Customization with Pre-Token Generation Lambda <version>`,
  'lambda-config.kms-key-id.for-custom-senders':
    'KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used.',
  'lambda-config.kms-key-id.region': 'Invalid arn <Region>',
  'email-configuration.source-arn.for-developer': 'Source ARN is required to use DEVELOPER email sending owner',
  'email-configuration.source-arn.region':
    'Invalid EmailConfiguration.SourceArn. Provided SourceArn must be in one of the following SES regions: eu-west-1, us-east-1, us-west-2.',
  'email-configuration.from.address': 'Provided From email address is invalid',
  [`${firstFactors}.password`]: 'Password should be configured as one of the allowed first auth factors.',
  [`${firstFactors}.one-time-passwords-with-mfa`]:
    'Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled',
  [`${firstFactors}.passkeys-with-mfa`]:
    'WEB_AUTHN cannot be used as an auth factor when MFA is enabled if not configured for MFA',
  [`${firstFactors}.sms-configuration`]:
    'SMS_OTP can not be configured as AuthFactor as user pool is missing valid SMS configuration',
  [`${firstFactors}.plan`]: `${needsTier} Passwordless Sign-In`,
  'user-pool-add-ons.advanced-security-mode.plan': `${needsTier} Threat Protection`,
  'user-attribute-update-settings.attributes-require-verification-before-update.auto-verified':
    'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
  'auto-verified-attributes.sms-configuration': smsForPhone,
  'sms-configuration.sns-region.pool-region': 'Invalid snsRegion. Allowed SNS region for <Region> is <Region>',
  'admin-create-user-config.unused-account-validity-days.not-with-temporary-password':
    'Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays',
  'account-recovery-setting.recovery-mechanisms.unique-priorities': duplicates,
  'account-recovery-setting.recovery-mechanisms.unique-names': duplicates,
  'account-recovery-setting.recovery-mechanisms.admin-only-alone': `${recovery} use admin_only setting with any other recovery mechanisms.`,
};
