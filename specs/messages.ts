import type { Clause, ClauseId, Counted, ModelConstraint } from './clause.ts';

/**
 * Texts that the live service was seen to print for a broken rule, as JavaScript regular expressions, old and new wordings
 * alike. Codes and state are the contract; texts are compared only where a user asks for it.
 */
const ruleMessages: Readonly<Record<ClauseId, RegExp>> = {
  'mfa-configuration.factor': /^Cannot turn MFA functionality ON, once the user pool has been created\.$/,
  'lambda-config.pre-token-generation.same-function':
    /^Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function ARN's\.?$/,
  'lambda-config.pre-token-generation-config.plan':
    /^The following features need to be disabled for the \w+ pricing tier configured: Token Customization with Pre-Token Generation Lambda V[23]_0$/,
  'lambda-config.kms-key-id.for-custom-senders':
    /^KMSKeyId parameter is required when Custom SMS\/Email Lambda trigger is used\.$/,
  'lambda-config.kms-key-id.region': /Invalid arn [a-z0-9-]+/,
  'email-configuration.source-arn.for-developer': /^Source ARN is required to use DEVELOPER email sending owner\.?$/,
  'email-configuration.source-arn.region':
    /^Invalid EmailConfiguration\.SourceArn\. Provided SourceArn must be in one of the following SES regions: [a-z0-9, -]+\.?$/,
  'email-configuration.from.default-sender': /^Cannot configure From email address for default email configuration\.?$/,
  'email-configuration.from.address': /^Provided From email address is invalid\.?$/,
  'policies.sign-in-policy.allowed-first-auth-factors.password':
    /PASSWORD should be configured as one of the allowed first auth factors\.$/i,
  'policies.sign-in-policy.allowed-first-auth-factors.one-time-passwords-with-mfa':
    /^Only PASSWORD and WEB_AUTHN \(if configured\) can be enabled as an auth factor if MFA is enabled\.?$/,
  'policies.sign-in-policy.allowed-first-auth-factors.passkeys-with-mfa':
    /^WEB_AUTHN cannot be used as an auth factor when MFA is enabled if not configured for MFA\.?$/,
  'policies.sign-in-policy.allowed-first-auth-factors.sms-configuration':
    /^SMS_OTP can not be configured as AuthFactor as user pool is missing valid SMS configuration\.?$/,
  'policies.sign-in-policy.allowed-first-auth-factors.plan':
    /^The following features need to be disabled for the LITE pricing tier configured: Passwordless Sign-In$/,
  'user-pool-add-ons.advanced-security-mode.plan':
    /^The following features need to be disabled for the \w+ pricing tier configured: .+$/,
  'user-attribute-update-settings.attributes-require-verification-before-update.auto-verified':
    /^All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes\.?$/,
  'auto-verified-attributes.sms-configuration':
    /^SMS configuration is required when phone_number is selected for auto verification\.?$/,
  'sms-configuration.sns-region.pool-region':
    /^Invalid snsRegion\. Allowed SNS region for [a-z0-9-]+ is [a-z0-9-]+\.?$/,
  'admin-create-user-config.unused-account-validity-days.not-with-temporary-password':
    /^Please use TemporaryPasswordValidityDays( in PasswordPolicy)? instead of UnusedAccountValidityDays\.?$/,
  'account-recovery-setting.recovery-mechanisms.unique-priorities':
    /cannot have duplicate priorities or recovery mechanisms\.$/,
  'account-recovery-setting.recovery-mechanisms.unique-names':
    /cannot have duplicate priorities or recovery mechanisms\.$/,
  'account-recovery-setting.recovery-mechanisms.admin-only-alone':
    /cannot use admin_only setting with any other recovery mechanisms\.$/,
};

/** What the service was seen to say of a breach of a clause; undefined where nobody has seen it. */
export function messagePattern({ id, member, constraint }: Clause): RegExp | undefined {
  switch (constraint.kind) {
    case 'rule':
      return ruleMessages[id] ?? (/^lambda-config\..*\.region$/.test(id) ? crossRegion : undefined);
    case 'required':
    case 'enum':
    case 'min':
    case 'max':
    case 'pattern':
      // How the keys and values of a map are reported has not been seen.
      return member.includes('{') ? undefined : validationPattern(constraint);
    case 'type':
    case 'state':
    case 'wire':
      return undefined;
  }
}

const crossRegion = /^Cross-region lambda functions are not supported\.?$/;

// The printed path and value are left out: internal names leak into the one, and secrets are cut from the other.
function validationPattern(constraint: ModelConstraint): RegExp {
  return new RegExp(`^\\d+ validation errors? detected: [^]*${demand(constraint)}`);
}

function demand(constraint: ModelConstraint): string {
  switch (constraint.kind) {
    case 'min':
      return `Member must have ${countedQuantity(constraint.of)} greater than or equal to ${constraint.bound}`;
    case 'max':
      return `Member must have ${countedQuantity(constraint.of)} less than or equal to ${constraint.bound}`;
    case 'enum':
      return 'Member must satisfy enum value set: \\[';
    // The service prints patterns that differ from the published ones in a few places.
    case 'pattern':
      return 'Member must satisfy regular expression pattern: ';
    case 'required':
      return 'Member must not be null';
    case 'type':
      return '';
  }
}

function countedQuantity(of: Counted): string {
  return of === 'value' ? 'value' : 'length';
}
