import { isJsonObject, type JsonObject } from '../../../specs/json.ts';
import { testedOperation } from '../../../specs/operation.ts';

/** What an operation answers in place of the right answer; undefined: the right one. */
export type PoolMode = (operation: string, right: JsonObject, turn: number) => HostileAnswer | undefined;

/** An answer with a status, or none. */
export type HostileAnswer = { readonly status: number; readonly body: JsonObject } | 'nothing';

const fault = { status: 500, body: { __type: 'InternalErrorException', message: 'no' } } as const;

const throttled = { status: 400, body: { __type: 'TooManyRequestsException', message: 'slower' } } as const;

const refusal = {
  status: 400,
  body: { __type: 'InvalidParameterException', message: 'Deletion protection must be inactivated first.' },
} as const;

function describing(change: (pool: JsonObject, turn: number) => JsonObject): PoolMode {
  return (operation, right, turn) => {
    if (!operation.startsWith('Describe') || !isJsonObject(right.UserPool)) return undefined;
    return { status: 200, body: { UserPool: change(right.UserPool, turn) } };
  };
}

function created(change: (pool: JsonObject) => JsonObject): PoolMode {
  return (operation, right) => {
    if (!operation.startsWith('Create') || !isJsonObject(right.UserPool)) return undefined;
    return { status: 200, body: { UserPool: change(right.UserPool) } };
  };
}

const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`Member${at}`, 'v']));

/** Pools that no client expects. */
export const poolModes: Readonly<Record<string, PoolMode>> = {
  'a pool without an id': created(({ Id: _id, ...pool }) => pool),
  'an id that is a path': created((pool) => ({ ...pool, Id: '../../etc/passwd\n\u001b[2J' })),
  'an id of a megabyte': created((pool) => ({ ...pool, Id: 'i'.repeat(1_000_000) })),
  'a pool of very many members': describing((pool) => ({ ...pool, ...many })),
  'a pool with a member of a megabyte': describing((pool) => ({ ...pool, Name: 'n'.repeat(1_000_000) })),
  'a pool that is never the same': describing((pool, turn) => ({
    ...pool,
    Name: `name-${turn}`,
    UserPoolTags: { [`t${turn}`]: 'v' },
  })),
  'pools of other types': describing((pool) => Object.fromEntries(Object.keys(pool).map((name) => [name, [[null]]]))),
  'pools with the members of every object': describing((pool, turn) => ({
    ...pool,
    ...(turn % 2 === 0 ? {} : { constructor: turn, toString: null, hasOwnProperty: 1, valueOf: [] }),
    UserPoolTags: { constructor: 'v' },
  })),
  'pools of values without a text': describing((pool) =>
    Object.fromEntries(Object.entries(pool).map(([name, value]) => [name, name === 'Id' ? value : { toString: null }])),
  ),
  'updates that are only throttled': (operation) => (operation === testedOperation ? throttled : undefined),
  'pools that are never shown': (operation) => (operation.startsWith('Describe') ? 'nothing' : undefined),
  'pools that cannot be deleted': (operation) => (operation.startsWith('Delete') ? fault : undefined),
  'a protection that stays': (operation) => (operation.startsWith('Delete') ? refusal : undefined),
  'deletions that are not answered': (operation) => (operation.startsWith('Delete') ? 'nothing' : undefined),
};
