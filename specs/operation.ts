/** The operation under test. Whatever needs its name takes it from here. */
export const testedOperation = 'UpdateUserPool';

/** The sibling operations that give a test its pool, show what an update did to it, and take it away. */
export const createOperation = 'CreateUserPool';
export const describeOperation = 'DescribeUserPool';
export const deleteOperation = 'DeleteUserPool';

/** Every operation that cases, set-up and clean-up use. */
export const operationNames = [
  createOperation,
  describeOperation,
  testedOperation,
  deleteOperation,
  'ListUserPools',
  'ListUsers',
  'GetUserPoolMfaConfig',
  'SetUserPoolMfaConfig',
  'TagResource',
  'UntagResource',
  'ListTagsForResource',
] as const;

export type Operation = (typeof operationNames)[number];

/** The service as X-Amz-Target names it, before the dot. */
export const targetPrefix = 'AWSCognitoIdentityProviderService';

/** What X-Amz-Target says for an operation. */
export function amzTarget<Name extends string>(operation: Name): `${typeof targetPrefix}.${Name}` {
  return `${targetPrefix}.${operation}`;
}

/** The namespace of the service's shapes in Smithy models. */
export const smithyNamespace = 'com.amazonaws.cognitoidentityprovider';

/** The service's name in ARNs, IAM actions and signatures. */
export const signingName = 'cognito-idp';

/** What comes before a pool's id in its ARN. */
export const poolResource = 'userpool';

/** The ARN of a pool. */
export function poolArn(owner: { readonly region: string; readonly account: string }, id: string): string {
  return `arn:aws:${signingName}:${owner.region}:${owner.account}:${poolResource}/${id}`;
}
