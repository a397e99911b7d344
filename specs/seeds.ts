import type { EditionDate } from './edition.ts';
import type { JsonObject } from './json.ts';

/** One of the four documents that the project began with. */
export interface Seed {
  readonly id: 'paws' | 'aws-cli' | 'api-changes' | 'openapi';
  readonly title: string;
  /** The edition that the document describes; for the OpenAPI page the one of its stamp. */
  readonly edition: EditionDate;
  /** The edition that its text was taken from, where that is another. */
  readonly textFrom?: EditionDate;
  /** How it writes the operation. */
  readonly dialect: string;
  /** How it names or numbers errors. */
  readonly errors: string;
  /** How it writes a request that sets a tag and an automatically verified attribute. */
  readonly spelling: string;
  /** A request that it prints or implies, without UserPoolId. */
  readonly request: JsonObject;
}

/** The documents, oldest edition first. */
export const seeds: readonly Seed[] = [
  {
    id: 'api-changes',
    title: 'API change notes of 2022-05-24, in the manner of boto3',
    edition: '2022-05-24',
    dialect: 'Python keyword arguments, with the values of enumerations joined by bars',
    errors: 'none are named',
    spelling:
      "client.update_user_pool(UserPoolId='…', UserPoolTags={'Team': 'Blue'}, AutoVerifiedAttributes=['email'])",
    request: {
      AutoVerifiedAttributes: ['email'],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    },
  },
  {
    id: 'aws-cli',
    title: 'AWS CLI reference of update-user-pool',
    edition: '2022-05-31',
    dialect: 'command-line options in kebab case, with shorthand or JSON values',
    errors: 'none are numbered; the command prints name and message',
    spelling:
      'aws cognito-idp update-user-pool --user-pool-id … --user-pool-tags Team=Blue --auto-verified-attributes email',
    request: { UserPoolTags: { Team: 'Blue', Area: 'West' } },
  },
  {
    id: 'openapi',
    title: 'OpenAPI page stamped 2023-08-15',
    edition: '2023-08-15',
    textFrom: '2022-10-21',
    dialect: 'POST / with a JSON body; nested objects collapsed, the X-Amz-Target header left empty',
    errors: '480 to 490, by the position of the error in the model',
    spelling: 'POST / {"UserPoolId": "…", "UserPoolTags": {"Team": "Blue"}, "AutoVerifiedAttributes": ["email"]}',
    request: {
      Policies: { PasswordPolicy: { MinimumLength: 0 } },
      AccountRecoverySetting: { RecoveryMechanisms: [] },
      DeletionProtection: 'ACTIVE',
    },
  },
  {
    id: 'paws',
    title: 'Reference of cognitoidentityprovider_update_user_pool in paws, for R',
    edition: '2024-12-11',
    dialect: 'R function arguments, with lists for structures, lists and maps alike',
    errors: 'none are numbered; a condition carries name and message',
    spelling:
      'svc$update_user_pool(UserPoolId = "…", UserPoolTags = list(Team = "Blue"), AutoVerifiedAttributes = list("email"))',
    request: { UserPoolTags: { Team: 'Blue' }, AutoVerifiedAttributes: ['email'], PoolName: 'renamed' },
  },
];
