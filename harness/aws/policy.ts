import { poolPlaceholder } from '../../generators/cases/case.ts';
import type { JsonObject } from '../../specs/json.ts';
import {
  createOperation,
  deleteOperation,
  describeOperation,
  type Operation,
  poolArn,
  signingName,
  testedOperation,
} from '../../specs/operation.ts';
import { unassignedPoolId } from '../execute/unassignedPoolId.ts';
import { needsMfaOperation } from '../plan/needsMfaOperation.ts';
import type { Lane } from '../plan/plan.ts';

/** The settings of a run that determine the permissions it needs. */
export interface PolicyScope {
  readonly region: string;
  /** The existing pool used instead of new ones. */
  readonly userPoolId?: string | undefined;
  /** Roles of the fixtures, which need iam:PassRole. */
  readonly roles?: readonly string[];
}

/** The least-privilege IAM policy for a plan, including `poolproof clean` or `poolproof restore`. */
export function iamPolicy(lanes: readonly Lane[], { region, userPoolId, roles = [] }: PolicyScope): JsonObject {
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
      Action: actions([createOperation, 'ListUserPools']),
      Resource: '*',
      Condition: { StringEquals: { 'aws:RequestedRegion': region } },
    },
    {
      Sid: 'PoolproofUsesPools',
      Effect: 'Allow',
      Action: actions([deleteOperation, ...onEveryPool, ...(needsMfaOperation(lanes) ? factorRights : [])]),
      Resource: arnOf(region, '*'),
    },
  ];
}

// Pools are tagged at creation and UpdateUserPool replaces tags, so the service requires both tagging permissions.
const onEveryPool = [describeOperation, testedOperation, 'TagResource', 'UntagResource'] as const;
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
      Action: actions([describeOperation, testedOperation]),
      Resource: [unassignedPoolId, ...otherIds(lanes)].map((other) => arnOf(region, other)),
    },
  ];
}

/** Pool ids in cases that were never assigned. */
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
    Condition: { StringEquals: { 'iam:PassedToService': `${signingName}.amazonaws.com` } },
  };
}

function arnOf(region: string, id: string): string {
  return poolArn({ region, account: '*' }, id);
}

function actions(operations: readonly Operation[]): readonly string[] {
  return operations.map((name) => `${signingName}:${name}`).toSorted();
}
