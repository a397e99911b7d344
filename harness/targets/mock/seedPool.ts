import type { Edition } from '../../../specs/edition.ts';
import { isJsonObject, type JsonObject, type JsonValue, jsonEqual } from '../../../specs/json.ts';
import { didYouMean } from '../../../specs/nearest.ts';
import { createOperation, poolArn } from '../../../specs/operation.ts';
import { inputs } from './inputs.ts';
import type { Pool } from './pool.ts';
import type { PoolService } from './poolService.ts';
import type { PoolStore } from './poolStore.ts';
import { standardAttributes } from './standardAttributes.ts';

/** Where a pool is put. */
export interface SeedPlace {
  readonly service: PoolService;
  /** The store of the service. */
  readonly store: PoolStore;
  readonly edition: Edition;
  readonly region: string;
  readonly account: string;
}

/**
 * Puts a pool into a store: a CreateUserPool request, or a pool as DescribeUserPool shows it, with an `Id` of its own where the
 * pool should have one. What CreateUserPool would refuse is refused: the result is the pool or a sentence on the problem.
 */
export function seedPool(seed: JsonObject, place: SeedPlace): Pool | { readonly problem: string } {
  const { Id, ...request } = creationRequest(isJsonObject(seed.UserPool) ? seed.UserPool : seed);
  const problem = unknownMember(request, place.edition) ?? idProblem(Id, place);
  if (problem !== undefined) return { problem };
  const answer = place.service.handle(createOperation, request);
  if ('error' in answer) return { problem: `is refused with ${answer.error.name}: ${answer.error.message}` };
  const created = [...place.store.pools.values()].at(-1);
  if (created === undefined) return { problem: 'was not stored' };
  return typeof Id === 'string' ? withPoolIdentity(created, Id, place) : created;
}

/** Members of DescribeUserPool that a request for a new pool cannot have. */
const shownOnly = [
  'Arn',
  'CreationDate',
  'LastModifiedDate',
  'EstimatedNumberOfUsers',
  'Status',
  'Domain',
  'CustomDomain',
  'SmsConfigurationFailure',
  'EmailConfigurationFailure',
];

function creationRequest({ Name, SchemaAttributes, ...rest }: JsonObject): JsonObject {
  const request = Object.entries(rest)
    .filter(([name]) => !shownOnly.includes(name))
    .map(([name, value]) => [name, isDescribedPool(rest) ? withoutMirrored(name, value) : value] as const);
  return {
    ...(Name === undefined ? {} : { PoolName: Name }),
    ...(Array.isArray(SchemaAttributes) ? { Schema: SchemaAttributes.filter(isOwn).map(withoutPrefix) } : {}),
    ...Object.fromEntries(request),
  };
}

// Only DescribeUserPool has these; a request is taken as it is.
function isDescribedPool(seed: JsonObject): boolean {
  return shownOnly.some((name) => Object.hasOwn(seed, name));
}

// DescribeUserPool shows how long passwords are valid under this older name too, which no request may hold beside the newer one.
function withoutMirrored(name: string, value: JsonValue): JsonValue {
  if (name !== 'AdminCreateUserConfig' || !isJsonObject(value)) return value;
  const { UnusedAccountValidityDays: _mirrored, ...rest } = value;
  return rest;
}

// DescribeUserPool shows every standard attribute, one of them under a name that no request may hold.
function isOwn(attribute: JsonValue): boolean {
  return !standardAttributes.some((standard) => jsonEqual(standard, attribute));
}

// DescribeUserPool shows custom attributes with a prefix that CreateUserPool adds.
function withoutPrefix(attribute: JsonValue): JsonValue {
  if (!isJsonObject(attribute) || typeof attribute.Name !== 'string') return attribute;
  return { ...attribute, Name: attribute.Name.replace(/^(dev:)?custom:/, '') };
}

function unknownMember(request: JsonObject, edition: Edition): string | undefined {
  const known = Object.keys(inputs(edition)[createOperation].members);
  const unknown = Object.keys(request).find((name) => !known.includes(name));
  return unknown === undefined ? undefined : `has an unknown member "${unknown}".${didYouMean(unknown, known)}`;
}

function idProblem(id: JsonValue | undefined, { region, store }: SeedPlace): string | undefined {
  if (id === undefined) return undefined;
  if (typeof id !== 'string' || !/^[\w-]{1,36}_[0-9A-Za-z]{1,18}$/.test(id)) {
    return `has an Id that is not like us-east-1_Example01: ${JSON.stringify(id)}`;
  }
  if (!id.startsWith(`${region}_`)) return `has the Id "${id}", which is not of the Region ${region}`;
  return store.pools.has(id) ? `has the Id "${id}", which another pool has` : undefined;
}

function withPoolIdentity(created: Pool, id: string, { store, region, account }: SeedPlace): Pool {
  const pool = { ...created, id, arn: poolArn({ region, account }, id) };
  store.pools.delete(created.id);
  store.pools.set(id, pool);
  return pool;
}

/** The Region in a seed's `Id`; undefined where it has none. */
export function seedRegion(seed: JsonObject): string | undefined {
  const { Id } = isJsonObject(seed.UserPool) ? seed.UserPool : seed;
  return typeof Id === 'string' ? /^([\w-]+)_[^_]*$/.exec(Id)?.[1] : undefined;
}
