import { countedIds, type Ids } from '../mock/ids.ts';
import type { Pool } from '../mock/pool.ts';
import { type PoolStore, poolStore } from '../mock/poolStore.ts';

/** The pools of every Region. */
export interface RegionalPools {
  readonly in: (region: string) => PoolStore;
  readonly ids: Ids;
  readonly get: (id: string) => Pool | undefined;
  /** Deletes all pools and counts ids from one again. */
  readonly clear: () => void;
}

/** Pools in memory, none at first; a pool is only seen in its own Region. */
export function regionalPools(): RegionalPools {
  const stores = new Map<string, PoolStore>();
  let ids = countedIds();
  const storeIn = (region: string) => {
    const known = stores.get(region) ?? poolStore();
    stores.set(region, known);
    return known;
  };
  return {
    in: storeIn,
    ids: { pool: () => ids.pool(), request: () => ids.request() },
    get: (id) => [...stores.values()].flatMap(({ pools }) => pools.get(id) ?? [])[0],
    clear: () => {
      for (const { pools } of stores.values()) pools.clear();
      ids = countedIds();
    },
  };
}
