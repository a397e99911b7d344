import type { JsonObject } from '../../specs/json.ts';
import { needsFactors } from '../run/needsFactors.ts';
import type { Lane } from '../run/plan.ts';
import type { Operation } from '../transport/operations.ts';

/** The least rights in IAM that a plan needs in a Region, the ones of `poolproof clean` included. */
export function policy(lanes: readonly Lane[], region: string): JsonObject {
  const onPools = actions(onPool(lanes));
  return {
    Version: '2012-10-17',
    Statement: [
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
        Action: onPools,
        Resource: `arn:aws:cognito-idp:${region}:*:userpool/*`,
      },
    ],
  };
}

// A pool is tagged when it is made, and UpdateUserPool replaces tags: the service asks for these two rights then.
function onPool(lanes: readonly Lane[]): readonly Operation[] {
  const setsFactors = needsFactors(lanes);
  return [
    'DescribeUserPool',
    'UpdateUserPool',
    'DeleteUserPool',
    'SetUserPoolMfaConfig',
    'TagResource',
    'UntagResource',
  ].filter((name) => name !== 'SetUserPoolMfaConfig' || setsFactors) as readonly Operation[];
}

function actions(operations: readonly Operation[]): readonly string[] {
  return operations.map((name) => `cognito-idp:${name}`).toSorted();
}
