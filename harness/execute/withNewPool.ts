import { removePool } from './removePool.ts';
import { createPool, type PoolSetting, type ScratchPool } from './scratchPool.ts';

/** Runs work on a new pool and deletes the pool afterwards. Undefined if the pool cannot be created. */
export async function withNewPool<T>(
  setting: PoolSetting,
  work: (pool: ScratchPool) => Promise<T>,
): Promise<T | undefined> {
  const pool = await createPool(setting);
  if ('failure' in pool) return undefined;
  try {
    return await work(pool);
  } finally {
    await removePool(setting.transport, pool.id);
  }
}
