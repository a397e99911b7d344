import type { JsonObject, JsonValue } from '../../../specs/json.ts';
import type { StructureShape } from '../../../specs/shape.ts';
import { type Answer, Refusal, type ServiceError } from './answer.ts';
import type { Ids } from './ids.ts';
import type { Pool } from './pool.ts';

/** Everything an operation reads and changes. */
export interface World {
  readonly region: string;
  /** The twelve digits of the account that owns the pools. */
  readonly account: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly ids: Ids;
  readonly fresh: JsonObject;
  /** By id, in the order of creation. */
  readonly pools: Map<string, Pool>;
  /** Counts the pools ever created. */
  readonly nextSerial: () => number;
  readonly steps: Steps;
}

/** What the service does to a request, in parts that can be replaced one at a time. */
export interface Steps {
  /** The body as the service understands it; refuses wrong JSON types. */
  readonly read: (shape: StructureShape, body: JsonValue) => JsonObject;
  /** The model constraints that it breaks, as printed. */
  readonly violations: (shape: StructureShape, request: JsonObject) => readonly string[];
  /** The settings it leads to. */
  readonly nextState: (prior: JsonObject, request: JsonObject) => JsonObject;
  /** The first service rule that it breaks on the resulting pool. */
  readonly brokenRule: (request: JsonObject, result: JsonObject) => ServiceError | undefined;
  /** The refusal that what it names outside the pool earns. */
  readonly outsideRefusal: (request: JsonObject) => ServiceError | undefined;
  /** The pool as DescribeUserPool shows it. */
  readonly showPool: (pool: Pool) => JsonObject;
}

/** One operation; it returns the answer's body or throws a Refusal. */
export type OperationHandler = (request: JsonObject, world: World) => JsonObject;

/** The pool that a request names; refuses an unknown id with ResourceNotFoundException. */
export function poolOf({ UserPoolId }: JsonObject, { pools }: World): Pool {
  const pool = pools.get(String(UserPoolId));
  if (pool === undefined) {
    throw new Refusal('ResourceNotFoundException', `User pool ${String(UserPoolId)} does not exist.`);
  }
  return pool;
}

/** Stores a pool with other settings or factors, later than before by a millisecond at least. */
export function changePool(pool: Pool, change: Partial<Pick<Pool, 'settings' | 'factors'>>, world: World): Pool {
  const changed = { ...pool, ...change, modifiedAt: Math.max(world.now(), pool.modifiedAt + 1) };
  world.pools.set(pool.id, changed);
  return changed;
}

/** Turns a returned body or a thrown Refusal into an answer; other errors are ours and go on. */
export function toAnswer(operation: () => JsonObject): Answer {
  try {
    return { ok: operation() };
  } catch (error) {
    if (error instanceof Refusal) return { error: error.error };
    throw error;
  }
}
