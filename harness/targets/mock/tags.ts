import { isJsonObject, type JsonObject } from '../../../specs/json.ts';
import { poolResource } from '../../../specs/operation.ts';
import { Refusal } from './answer.ts';
import type { Pool } from './pool.ts';
import type { World } from './world.ts';

/** Adds tags to a pool, or gives them other values. They are the ones that UserPoolTags shows. */
export function tagResource(request: JsonObject, world: World): JsonObject {
  const pool = poolAt(request, world);
  return withTags(pool, { ...tagsOf(pool), ...asObject(request.Tags) }, world);
}

/** Takes tags away from a pool; keys it does not have are passed over. */
export function untagResource(request: JsonObject, world: World): JsonObject {
  const pool = poolAt(request, world);
  const unwanted = Array.isArray(request.TagKeys) ? request.TagKeys : [];
  const kept = Object.entries(tagsOf(pool)).filter(([key]) => !unwanted.includes(key));
  return withTags(pool, Object.fromEntries(kept), world);
}

/** The tags of a pool. */
export function listTagsForResource(request: JsonObject, world: World): JsonObject {
  return { Tags: tagsOf(poolAt(request, world)) };
}

function poolAt({ ResourceArn }: JsonObject, { pools }: World): Pool {
  const pool = pools.get(String(ResourceArn).replace(new RegExp(`^.*:${poolResource}/`), ''));
  if (pool === undefined || pool.arn !== ResourceArn) {
    throw new Refusal('ResourceNotFoundException', `Resource ${String(ResourceArn)} does not exist.`);
  }
  return pool;
}

function tagsOf({ settings }: Pool): JsonObject {
  return asObject(settings.UserPoolTags);
}

// Tagging is no modification of the pool: its date stays.
function withTags(pool: Pool, UserPoolTags: JsonObject, { pools }: World): JsonObject {
  pools.set(pool.id, { ...pool, settings: { ...pool.settings, UserPoolTags } });
  return {};
}

function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}
