import { poolPlaceholder } from '../../generators/cases/case.ts';
import type { JsonObject } from '../../specs/json.ts';
import { neverGiven } from '../execute/probeTarget.ts';
import { needsFactors } from '../plan/needsFactors.ts';
import type { Lane } from '../plan/plan.ts';
import type { Operation } from '../transport/operations.ts';

/** What a run is told that its rights hang on. */
export interface PolicyScope {
  readonly region: string;
  /** The existing pool that is used in place of new ones. */
  readonly userPoolId?: string | undefined;
  /** Roles of the fixtures, which a request may only name with the right to pass them on. */
  readonly roles?: readonly string[];
}

/** The least rights in IAM that a plan needs, the ones of `poolproof clean` or `poolproof restore` included. */
export function policy(lanes: readonly Lane[], { region, userPoolId, roles = [] }: PolicyScope): JsonObject {
  const statements = userPoolId === undefined ? onNewPools(lanes, region) : onExistingPool(lanes, region, userPoolId);
  return {
    Version: '2012-10-17',
    Statement: [
      { Sid: 'PoolproofAsksWhoItIs', Effect: 'Allow', Action: ['sts:GetCallerIdentity'], Resource: '*' },
      ...statements,
      ...(roles.length === 0 ? [] : [passing(roles)]),
    ],
  };
}

function onNewPools(lanes: readonly Lane[], region: string): readonly JsonObject[] {
  return [
    {
      Sid: 'PoolproofMakesAndFindsPools',
      Effect: 'Allow',
      Action: actions(['CreateUserPool', 'ListUserPools']),
      Resource: '*',
      Condition: { StringEquals: { 'aws:RequestedRegion': region } },
    },
    {
      Sid: 'PoolproofUsesPools',
      Effect: 'Allow',
      Action: actions(['DeleteUserPool', ...onEveryPool, ...(needsFactors(lanes) ? factorRights : [])]),
      Resource: arnOf(region, '*'),
    },
  ];
}

// A pool is tagged when it is made, and UpdateUserPool replaces tags: the service asks for the two rights on tags then.
const onEveryPool = ['DescribeUserPool', 'UpdateUserPool', 'TagResource', 'UntagResource'] as const;
const factorRights = ['SetUserPoolMfaConfig', 'GetUserPoolMfaConfig'] as const;

function onExistingPool(lanes: readonly Lane[], region: string, id: string): readonly JsonObject[] {
  return [
    {
      Sid: 'PoolproofUsesOnePool',
      Effect: 'Allow',
      Action: actions([...onEveryPool, ...factorRights, 'ListUsers']),
      Resource: arnOf(region, id),
    },
    {
      Sid: 'PoolproofAsksForPoolsThatAreNot',
      Effect: 'Allow',
      Action: actions(['DescribeUserPool', 'UpdateUserPool']),
      Resource: [neverGiven, ...otherIds(lanes)].map((other) => arnOf(region, other)),
    },
  ];
}

/** Ids of pools that cases name and that nobody was ever given. */
function otherIds(lanes: readonly Lane[]): readonly string[] {
  const named = lanes.flatMap(({ cases }) => [...cases].map(({ request }) => request.UserPoolId));
  const ids = named.filter(
    (id) => typeof id === 'string' && id !== poolPlaceholder && /^[\w-]+_[0-9A-Za-z]+$/.test(id),
  );
  return [...new Set(ids as readonly string[])].filter((id) => id.length <= 55);
}

function passing(roles: readonly string[]): JsonObject {
  return {
    Sid: 'PoolproofNamesTheRolesOfTheFixtures',
    Effect: 'Allow',
    Action: ['iam:PassRole'],
    Resource: roles,
    Condition: { StringEquals: { 'iam:PassedToService': 'cognito-idp.amazonaws.com' } },
  };
}

function arnOf(region: string, id: string): string {
  return `arn:aws:cognito-idp:${region}:*:userpool/${id}`;
}

function actions(operations: readonly Operation[]): readonly string[] {
  return operations.map((name) => `cognito-idp:${name}`).toSorted();
}
