import type { DeclaredErrorName } from './errors.ts';
import type { JsonObject } from './json.ts';
import type { MemberPath } from './member.ts';

/** What a fixture is called where its value is given. */
export type FixtureName =
  | 'poolWithRunningImport'
  | 'smsRoleWithoutPublish'
  | 'smsRoleWithoutTrust'
  | 'emailIdentityWithoutPolicy';

/** Something outside the pool that is not as it must be, so that a request which names it earns one error. */
export interface FixtureKind {
  readonly name: FixtureName;
  readonly error: DeclaredErrorName;
  readonly says: string;
  /** The member that names it. */
  readonly member: MemberPath;
  /** What its value looks like. */
  readonly form: RegExp;
  /** The members of a request that names it; everything else about it is right. */
  readonly request: (value: string) => JsonObject;
}

/** The external id that the roles of the fixtures are made for. */
export const fixtureExternalId = 'poolproof';

const sms = (SnsCallerArn: string): JsonObject => ({
  SmsConfiguration: { SnsCallerArn, ExternalId: fixtureExternalId },
});
const role = /^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/;

/** The fixtures that there can be: one for each error that no request earns by itself. */
export const fixtureKinds: readonly FixtureKind[] = [
  {
    name: 'poolWithRunningImport',
    error: 'UserImportInProgressException',
    says: 'a user pool into which users are being imported',
    member: 'UserPoolId',
    form: /^[\w-]+_[0-9A-Za-z]+$/,
    request: (UserPoolId) => ({ UserPoolId }),
  },
  {
    name: 'smsRoleWithoutPublish',
    error: 'InvalidSmsRoleAccessPolicyException',
    says: 'a role that the service may assume and that may not publish',
    member: 'SmsConfiguration.SnsCallerArn',
    form: role,
    request: sms,
  },
  {
    name: 'smsRoleWithoutTrust',
    error: 'InvalidSmsRoleTrustRelationshipException',
    says: 'a role that may publish and that the service may not assume',
    member: 'SmsConfiguration.SnsCallerArn',
    form: role,
    request: sms,
  },
  {
    name: 'emailIdentityWithoutPolicy',
    error: 'InvalidEmailRoleAccessPolicyException',
    says: 'an SES identity without a policy that lets the service send from it',
    member: 'EmailConfiguration.SourceArn',
    form: /^arn:[\w-]+:ses:[\w-]+:\d{12}:identity\/[^\s]{1,320}$/,
    request: (SourceArn) => ({ EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT', SourceArn } }),
  },
];

/** The fixtures that somebody has, by name. */
export type Fixtures = Readonly<Partial<Record<FixtureName, string>>>;

/** The fixtures under the names that the templates give them in an account; the mock behaves as if they were there. */
export function defaultFixtures({
  region,
  account,
}: {
  readonly region: string;
  readonly account: string;
}): Readonly<Record<FixtureName, string>> {
  return {
    poolWithRunningImport: `${region}_Importing`,
    smsRoleWithoutPublish: `arn:aws:iam::${account}:role/poolproof-sms-without-publish`,
    smsRoleWithoutTrust: `arn:aws:iam::${account}:role/poolproof-sms-without-trust`,
    emailIdentityWithoutPolicy: `arn:aws:ses:${region}:${account}:identity/poolproof@example.com`,
  };
}
