import type { ErrorName } from './errors.ts';
import type { MemberPath } from './member.ts';

/** A member that names something outside the pool. A service that looks it up may refuse a request that keeps every clause. */
export interface OutsideResource {
  readonly member: MemberPath;
  readonly names: string;
  /** What such a service answers where the thing is missing or closed to it. */
  readonly errors: readonly ErrorName[];
}

/** Members whose acceptance hangs on the account. Functions are not among them: they are stored without a look. */
export const outsideResources: readonly OutsideResource[] = [
  {
    member: 'SmsConfiguration.SnsCallerArn',
    names: 'a role that the service can assume and that may publish',
    errors: [
      'InvalidSmsRoleTrustRelationshipException',
      'InvalidSmsRoleAccessPolicyException',
      'InvalidParameterException',
    ],
  },
  {
    member: 'SmsConfiguration.EumsSms',
    names: 'a role and an origination identity that it may use',
    errors: [
      'InvalidSmsRoleTrustRelationshipException',
      'InvalidSmsRoleAccessPolicyException',
      'InvalidParameterException',
    ],
  },
  {
    member: 'EmailConfiguration.SourceArn',
    names: 'an SES identity that is verified and belongs to the account',
    errors: ['InvalidEmailRoleAccessPolicyException', 'InvalidParameterException', 'NotAuthorizedException'],
  },
  {
    member: 'EmailConfiguration.ConfigurationSet',
    names: 'a configuration set of SES',
    errors: ['InvalidParameterException'],
  },
  {
    member: 'LambdaConfig.KMSKeyID',
    names: 'a KMS key on which the caller may create a grant',
    errors: ['InvalidParameterException', 'NotAuthorizedException', 'AccessDeniedException'],
  },
  {
    member: 'KeyConfiguration.KmsKeyArn',
    names: 'a KMS key on which the caller may create a grant',
    errors: [
      'InvalidParameterException',
      'NotAuthorizedException',
      'AccessDeniedException',
      'OperationNotEnabledException',
    ],
  },
];
