import { patterns } from '../patterns.ts';
import { edition20241211 } from './2024-12-11.ts';
import { editionAfter } from './rows.ts';

/** The newest edition whose every limit is published. */
export const edition20261001 = editionAfter(edition20241211, {
  date: '2026-10-01',
  source: 'botocore 1.43.107',
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
    'OperationNotEnabledException',
    'TierChangeNotAllowedException',
    'FeatureUnavailableInTierException',
  ],
  rows: {
    'Policies.SignInPolicy.AllowedFirstAuthFactors': { type: 'list', min: 1, max: 5 },
    'Policies.SignInPolicy.AllowedFirstAuthFactors[]': {
      type: 'string',
      enum: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN', 'SOFTWARE_TOKEN'],
    },
    'LambdaConfig.PreTokenGenerationConfig.LambdaVersion': {
      type: 'string',
      required: true,
      enum: ['V1_0', 'V2_0', 'V3_0'],
    },
    'LambdaConfig.InboundFederation': { type: 'structure' },
    'LambdaConfig.InboundFederation.LambdaVersion': { type: 'string', required: true, enum: ['V1_0'] },
    'LambdaConfig.InboundFederation.LambdaArn': {
      type: 'string',
      required: true,
      min: 20,
      max: 2048,
      pattern: patterns.arn,
    },
    'SmsConfiguration.SnsCallerArn': { type: 'string', min: 0, max: 2048, pattern: patterns.optionalArn },
    'SmsConfiguration.EumsSms': { type: 'structure' },
    'SmsConfiguration.EumsSms.CallerArn': { type: 'string', required: true, min: 20, max: 2048, pattern: patterns.arn },
    'SmsConfiguration.EumsSms.ExternalId': { type: 'string', min: 0, max: 131072 },
    'SmsConfiguration.EumsSms.OriginationIdentity': { type: 'string', min: 0, max: 131072 },
    'SmsConfiguration.EumsSms.ConfigurationSetName': { type: 'string', min: 0, max: 131072 },
    'SmsConfiguration.EumsSms.InEntityId': { type: 'string', min: 0, max: 131072 },
    'SmsConfiguration.EumsSms.InTemplateId': { type: 'string', min: 0, max: 131072 },
    'SmsConfiguration.EumsSms.Region': { type: 'string', min: 5, max: 32 },
    KeyConfiguration: { type: 'structure' },
    'KeyConfiguration.KeyType': { type: 'string', enum: ['AWS_OWNED_KEY', 'CUSTOMER_MANAGED_KEY'] },
    'KeyConfiguration.KmsKeyArn': { type: 'string', min: 20, max: 2048, pattern: patterns.arn },
    IssuerConfiguration: { type: 'structure' },
    'IssuerConfiguration.Type': { type: 'string', enum: ['ORIGINAL', 'UPDATED'] },
  },
});
