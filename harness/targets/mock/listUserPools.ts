import type { JsonObject, JsonValue } from '../../../specs/json.ts';
import { Refusal } from './answer.ts';
import type { Pool } from './pool.ts';
import type { World } from './world.ts';

/** One page of pools in the order of creation. The token holds the serial of the last pool shown, so that deletions between pages do no harm. */
export function listUserPools({ MaxResults, NextToken }: JsonObject, { pools }: World): JsonObject {
  const after = NextToken === undefined ? 0 : serialIn(NextToken);
  const rest = [...pools.values()].filter(({ serial }) => serial > after);
  const page = rest.slice(0, Number(MaxResults));
  const last = page.at(-1);
  const more = last !== undefined && rest.length > page.length;
  return { UserPools: page.map(summary), ...(more ? { NextToken: tokenOf(last) } : {}) };
}

function summary({ id, settings, createdAt, modifiedAt }: Pool): JsonObject {
  return {
    Id: id,
    Name: settings.PoolName ?? '',
    LambdaConfig: settings.LambdaConfig ?? {},
    CreationDate: createdAt / 1000,
    LastModifiedDate: modifiedAt / 1000,
  };
}

function tokenOf({ serial }: Pool): string {
  return `after-${serial}`;
}

function serialIn(token: JsonValue): number {
  const serial = /^after-(\d+)$/.exec(String(token))?.[1];
  if (serial === undefined) throw new Refusal('InvalidParameterException', 'Invalid pagination token.');
  return Number(serial);
}
