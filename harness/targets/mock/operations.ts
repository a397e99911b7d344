import type { JsonObject } from '../../../specs/json.ts';
import { memoizeByObject } from '../../../specs/memoize.ts';
import type { Operation } from '../../../specs/operation.ts';
import { Refusal } from './answer.ts';
import { createUserPool } from './createUserPool.ts';
import { listUserPools } from './listUserPools.ts';
import { showMfa } from './pool.ts';
import { setUserPoolMfaConfig } from './setUserPoolMfaConfig.ts';
import { listTagsForResource, tagResource, untagResource } from './tags.ts';
import { changePool, type OperationHandler, poolOf, type World } from './world.ts';

/** Every operation by name. */
export const operationHandlers: Readonly<Record<Operation, OperationHandler>> = {
  CreateUserPool: createUserPool,
  DescribeUserPool: (request, world) => descriptionOf(world.steps.showPool(poolOf(request, world))),
  UpdateUserPool: updateUserPool,
  DeleteUserPool: deleteUserPool,
  ListUserPools: listUserPools,
  ListUsers: listUsers,
  GetUserPoolMfaConfig: (request, world) => showMfa(poolOf(request, world)),
  SetUserPoolMfaConfig: setUserPoolMfaConfig,
  TagResource: tagResource,
  UntagResource: untagResource,
  ListTagsForResource: listTagsForResource,
};

const descriptionOf = memoizeByObject((UserPool: JsonObject) => ({ UserPool }));

/** Nobody can sign up here, so that no pool has users. */
function listUsers(request: JsonObject, world: World): JsonObject {
  poolOf(request, world);
  return { Users: [] };
}

// Nothing is stored before every rule has been asked: a refused request changes nothing.
function updateUserPool(request: JsonObject, world: World): JsonObject {
  const outside = world.steps.outsideRefusal(request);
  if (outside !== undefined) throw new Refusal(outside.name, outside.message);
  const pool = poolOf(request, world);
  const settings = world.steps.nextState(pool.settings, request);
  const broken = world.steps.brokenRule(request, { ...settings, ...pool.factors });
  if (broken !== undefined) throw new Refusal(broken.name, broken.message);
  changePool(pool, { settings }, world);
  return {};
}

function deleteUserPool(request: JsonObject, world: World): JsonObject {
  const pool = poolOf(request, world);
  if (pool.settings.DeletionProtection === 'ACTIVE') {
    throw new Refusal(
      'InvalidParameterException',
      'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
    );
  }
  world.pools.delete(pool.id);
  return {};
}
