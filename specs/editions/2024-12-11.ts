import { patterns } from '../patterns.ts';
import { edition20230815 } from './2023-08-15.ts';
import { editionAfter } from './rows.ts';

/** The edition of the R paws page: feature plans, sign-in policy, renaming, password history. */
export const edition20241211 = editionAfter(edition20230815, {
  date: '2024-12-11',
  source: 'botocore a09b9071',
  errors: [
    'ResourceNotFoundException',
    'InvalidParameterException',
    'ConcurrentModificationException',
    'TooManyRequestsException',
    'NotAuthorizedException',
    'UserImportInProgressException',
    'InternalErrorException',
    'InvalidSmsRoleAccessPolicyException',
    'InvalidSmsRoleTrustRelationshipException',
    'UserPoolTaggingException',
    'InvalidEmailRoleAccessPolicyException',
    'TierChangeNotAllowedException',
    'FeatureUnavailableInTierException',
  ],
  rows: {
    'Policies.PasswordPolicy.PasswordHistorySize': { type: 'integer', min: 0, max: 24 },
    'Policies.SignInPolicy': { type: 'structure' },
    'Policies.SignInPolicy.AllowedFirstAuthFactors': { type: 'list', min: 1, max: 4 },
    'Policies.SignInPolicy.AllowedFirstAuthFactors[]': {
      type: 'string',
      enum: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'],
    },
    'LambdaConfig.PreTokenGenerationConfig': { type: 'structure' },
    'LambdaConfig.PreTokenGenerationConfig.LambdaVersion': { type: 'string', required: true, enum: ['V1_0', 'V2_0'] },
    'LambdaConfig.PreTokenGenerationConfig.LambdaArn': {
      type: 'string',
      required: true,
      min: 20,
      max: 2048,
      pattern: patterns.arn,
    },
    'AdminCreateUserConfig.InviteMessageTemplate.SMSMessage': {
      type: 'string',
      min: 6,
      max: 140,
      pattern: patterns.inviteSmsMessage,
    },
    'AdminCreateUserConfig.InviteMessageTemplate.EmailMessage': {
      type: 'string',
      min: 6,
      max: 20000,
      pattern: patterns.inviteEmailMessage,
    },
    'UserPoolAddOns.AdvancedSecurityAdditionalFlows': { type: 'structure' },
    'UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode': { type: 'string', enum: ['AUDIT', 'ENFORCED'] },
    PoolName: { type: 'string', min: 1, max: 128, pattern: patterns.poolName },
    UserPoolTier: { type: 'string', enum: ['LITE', 'ESSENTIALS', 'PLUS'] },
  },
});
