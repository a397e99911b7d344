import { discardPool } from './removePool.ts';
import { createPool, type PoolSetting, type ScratchPool } from './scratchPool.ts';

/** Runs work on a new pool and deletes the pool afterwards. Undefined if the pool cannot be created. An earlier pool may
 * spare the reading of the new one. */
export async function withNewPool<T>(
  setting: PoolSetting,
  work: (pool: ScratchPool) => Promise<T>,
  earlier?: ScratchPool,
): Promise<T | undefined> {
  const pool = await createPool(setting, earlier);
  if ('failure' in pool) return undefined;
  try {
    return await work(pool);
  } finally {
    await discardPool(setting.transport, pool);
  }
}
