import { isJsonObject, type JsonObject, type JsonValue, ownMember } from '../../../specs/json.ts';
import { createOperation, deleteOperation } from '../../../specs/operation.ts';
import type { PoolService } from '../mock/poolService.ts';

/** The service with ids that a deleted pool leaves to the next one that is created, at once. */
export function reusedIds(usual: PoolService): PoolService {
  /** The service's own ids by those that it shows. */
  const own = new Map<string, string>();
  const free: string[] = [];
  const handle: PoolService['handle'] = (operation, body) => {
    const answer = usual.handle(operation, isJsonObject(body) ? withOwnIds(body, own) : body);
    if ('error' in answer) return answer;
    const named = String(ownMember(body, 'UserPoolId'));
    if (operation === deleteOperation && own.delete(named)) free.push(named);
    if (operation === createOperation) own.set(free.pop() ?? numbered(own.size), idOfCreated(answer.ok));
    const shown = [...own].map(([id, inner]) => [inner, id] as const);
    return { ok: JSON.parse(withReplaced(JSON.stringify(answer.ok), shown)) as JsonObject };
  };
  return { ...usual, handle };
}

// While none is free, as many were given as there are pools.
function numbered(pools: number): string {
  return `us-east-1_Again${String(pools).padStart(4, '0')}`;
}

function idOfCreated({ UserPool }: JsonObject): string {
  return isJsonObject(UserPool) ? String(UserPool.Id) : '';
}

/** A request names its pool in its own texts, by id or by ARN. */
function withOwnIds(body: JsonObject, own: ReadonlyMap<string, string>): JsonObject {
  const members = Object.entries(body).map(([name, value]): [string, JsonValue] => [
    name,
    typeof value === 'string' ? withReplaced(value, own) : value,
  ]);
  return Object.fromEntries(members);
}

function withReplaced(text: string, ids: Iterable<readonly [from: string, to: string]>): string {
  return [...ids].reduce((changed, [from, to]) => changed.replaceAll(from, to), text);
}
