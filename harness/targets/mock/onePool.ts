import { newestEdition } from '../../../specs/editions/index.ts';
import { isJsonObject, type JsonObject } from '../../../specs/json.ts';
import { createOperation, describeOperation } from '../../../specs/operation.ts';
import type { ServiceError } from './answer.ts';
import { type PoolService, type PoolServiceOptions, poolService } from './poolService.ts';

/** A service with one pool, for tests: calls that should succeed give their body, others the refusal. */
export interface OnePool {
  readonly service: PoolService;
  readonly id: string;
  /** The answer's body; throws where the service refuses. */
  readonly call: (operation: string, body?: JsonObject) => JsonObject;
  /** The refusal; throws where the service accepts. */
  readonly refusal: (operation: string, body?: JsonObject) => ServiceError;
  /** The pool as it is shown now. */
  readonly shown: () => JsonObject;
}

/** A service of the newest edition with one pool made from a CreateUserPool request; the clock stands still. */
export function onePool(creation: JsonObject = {}, options: Partial<PoolServiceOptions> = {}): OnePool {
  const service = poolService({
    edition: newestEdition,
    basis: 'observed',
    region: 'us-east-1',
    now: () => 1_700_000_000_000,
    ...options,
  });
  const id = String(poolIn(service, createOperation, { PoolName: 'before', ...creation }).Id);
  const call = (operation: string, body: JsonObject = {}) => okOf(service, operation, { UserPoolId: id, ...body });
  const refusal = (operation: string, body: JsonObject = {}) => {
    const answer = service.handle(operation, { UserPoolId: id, ...body });
    if ('ok' in answer) throw new Error(`${operation} was accepted.`);
    return answer.error;
  };
  return { service, id, call, refusal, shown: () => poolIn(service, describeOperation, { UserPoolId: id }) };
}

function poolIn(service: PoolService, operation: string, body: JsonObject): JsonObject {
  const { UserPool } = okOf(service, operation, body);
  if (!isJsonObject(UserPool)) throw new Error(`${operation} answered no pool.`);
  return UserPool;
}

function okOf(service: PoolService, operation: string, body: JsonObject): JsonObject {
  const answer = service.handle(operation, body);
  if ('ok' in answer) return answer.ok;
  throw new Error(`${operation}: ${answer.error.name}: ${answer.error.message}`);
}
