import type { Edition } from '../../../specs/edition.ts';
import type { Operation } from '../../../specs/operation.ts';
import { patterns } from '../../../specs/patterns.ts';
import type { Shape, StringShape, StructureShape } from '../../../specs/shape.ts';

/** The request shape of every operation; what they share with UpdateUserPool is taken from the edition. */
export function inputs(edition: Edition): Readonly<Record<Operation, StructureShape>> {
  const { UserPoolId = userPoolId, ...shared } = edition.input.members;
  const poolOnly = structureShape({ UserPoolId }, ['UserPoolId']);
  return {
    UpdateUserPool: edition.input,
    CreateUserPool: structureShape({ PoolName: poolName, ...shared, ...onlyAtCreation }, ['PoolName']),
    DescribeUserPool: poolOnly,
    DeleteUserPool: poolOnly,
    ListUserPools: structureShape({ NextToken: nextToken, MaxResults: { type: 'integer', min: 1, max: 60 } }, [
      'MaxResults',
    ]),
    ListUsers: structureShape({ UserPoolId, Limit: { type: 'integer', min: 0, max: 60 } }, ['UserPoolId']),
    GetUserPoolMfaConfig: poolOnly,
    SetUserPoolMfaConfig: structureShape({ UserPoolId, ...mfaMembers(shared) }, ['UserPoolId']),
    TagResource: structureShape({ ResourceArn: arn, Tags: tags }, ['ResourceArn', 'Tags']),
    UntagResource: structureShape({ ResourceArn: arn, TagKeys: { type: 'list', item: tagKey } }, [
      'ResourceArn',
      'TagKeys',
    ]),
    ListTagsForResource: structureShape({ ResourceArn: arn }, ['ResourceArn']),
  };
}

const userPoolId: StringShape = { type: 'string', min: 1, max: 55, pattern: patterns.userPoolId };
const poolName: StringShape = { type: 'string', min: 1, max: 128, pattern: patterns.poolName };
const nextToken: StringShape = { type: 'string', min: 1, max: 131072 };
const arn: StringShape = { type: 'string', min: 20, max: 2048, pattern: patterns.arn };
const tagKey: StringShape = { type: 'string', min: 1, max: 128 };
const tags: Shape = { type: 'map', key: tagKey, value: { type: 'string', min: 0, max: 256 } };
const number: StringShape = { type: 'string', min: 0, max: 131072 };
const boolean: Shape = { type: 'boolean' };

const onlyAtCreation: Readonly<Record<string, Shape>> = {
  AliasAttributes: { type: 'list', item: { type: 'string', enum: ['phone_number', 'email', 'preferred_username'] } },
  UsernameAttributes: { type: 'list', item: { type: 'string', enum: ['phone_number', 'email'] } },
  UsernameConfiguration: structureShape({ CaseSensitive: boolean }, ['CaseSensitive']),
  Schema: {
    type: 'list',
    min: 1,
    max: 50,
    item: structureShape({
      Name: { type: 'string', min: 1, max: 20, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+' },
      AttributeDataType: { type: 'string', enum: ['String', 'Number', 'DateTime', 'Boolean'] },
      DeveloperOnlyAttribute: boolean,
      Mutable: boolean,
      Required: boolean,
      NumberAttributeConstraints: structureShape({ MinValue: number, MaxValue: number }),
      StringAttributeConstraints: structureShape({ MinLength: number, MaxLength: number }),
    }),
  },
};

function mfaMembers(shared: Readonly<Record<string, Shape>>): Readonly<Record<string, Shape>> {
  const { SmsConfiguration, SmsAuthenticationMessage, MfaConfiguration } = shared;
  const sms = {
    ...(SmsAuthenticationMessage && { SmsAuthenticationMessage }),
    ...(SmsConfiguration && { SmsConfiguration }),
  };
  return {
    SmsMfaConfiguration: structureShape(sms),
    SoftwareTokenMfaConfiguration: structureShape({ Enabled: boolean }),
    EmailMfaConfiguration: structureShape({
      Message: { type: 'string', min: 6, max: 20000, pattern: patterns.emailMessage },
      Subject: { type: 'string', min: 1, max: 140, pattern: patterns.emailSubject },
    }),
    ...(MfaConfiguration && { MfaConfiguration }),
    WebAuthnConfiguration: structureShape({
      RelyingPartyId: { type: 'string', min: 1, max: 127 },
      UserVerification: { type: 'string', enum: ['required', 'preferred'] },
      FactorConfiguration: { type: 'string', enum: ['SINGLE_FACTOR', 'MULTI_FACTOR_WITH_USER_VERIFICATION'] },
    }),
  };
}

function structureShape(members: Readonly<Record<string, Shape>>, required: readonly string[] = []): StructureShape {
  return { type: 'structure', members, required };
}
