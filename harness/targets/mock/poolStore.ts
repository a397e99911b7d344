import type { Pool } from './pool.ts';

/** Pools in memory. Services that are given the same store share them. */
export interface PoolStore {
  /** By id, in the order of creation. */
  readonly pools: Map<string, Pool>;
  /** Counts the pools ever created, from one. */
  readonly nextSerial: () => number;
}

/** An empty store. */
export function poolStore(): PoolStore {
  let created = 0;
  const nextSerial = () => {
    created += 1;
    return created;
  };
  return { pools: new Map(), nextSerial };
}
