import { isJsonObject, type JsonObject, type JsonValue } from '../../../specs/json.ts';
import { poolArn } from '../../../specs/operation.ts';
import { Refusal } from './answer.ts';
import type { Pool } from './pool.ts';
import { standardAttributes } from './standardAttributes.ts';
import type { World } from './world.ts';

/** Creates a pool: the settings of a new one with the request applied to them. Answers the pool as Describe shows it. */
export function createUserPool(request: JsonObject, world: World): JsonObject {
  const { PoolName = '' } = request;
  const settings: JsonObject = { ...world.steps.nextState(world.fresh, request), PoolName };
  const broken = world.steps.brokenRule(request, settings);
  if (broken !== undefined) throw new Refusal(broken.name, broken.message);
  const pool = newPool(request, settings, world);
  world.pools.set(pool.id, pool);
  return { UserPool: world.steps.showPool(pool) };
}

function newPool(request: JsonObject, settings: JsonObject, world: World): Pool {
  const id = `${world.region}_${world.ids.pool()}`;
  const now = world.now();
  return {
    id,
    arn: poolArn(world, id),
    serial: world.nextSerial(),
    createdAt: now,
    modifiedAt: now,
    settings,
    factors: {},
    fixed: fixedBy(request),
  };
}

function fixedBy({ Schema, AliasAttributes, UsernameAttributes, UsernameConfiguration }: JsonObject): JsonObject {
  return {
    SchemaAttributes: schemaAttributes(Array.isArray(Schema) ? Schema : []),
    ...(AliasAttributes === undefined ? {} : { AliasAttributes }),
    ...(UsernameAttributes === undefined ? {} : { UsernameAttributes }),
    ...(UsernameConfiguration === undefined ? {} : { UsernameConfiguration }),
  };
}

/** The standard attributes, as far as the request says otherwise in its words, then the custom ones. */
function schemaAttributes(entries: readonly JsonValue[]): readonly JsonObject[] {
  const requested = entries.filter(isJsonObject);
  const isStandard = (name: JsonValue | undefined) => standardAttributes.some((attribute) => attribute.Name === name);
  const standard = standardAttributes.map((attribute) => ({
    ...attribute,
    ...requested.find(({ Name }) => Name === attribute.Name),
  }));
  const custom = requested
    .filter(({ Name }) => !isStandard(Name))
    .map((entry) => ({ ...customDefaults, ...entry, Name: `custom:${String(entry.Name)}` }));
  return [...standard, ...custom];
}

const customDefaults = { AttributeDataType: 'String', DeveloperOnlyAttribute: false, Mutable: true, Required: false };
