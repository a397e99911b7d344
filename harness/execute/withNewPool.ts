import { openPool, type PoolSetting, removePool, type ScratchPool } from './scratchPool.ts';

/** Does something on a new pool and deletes the pool, however that ends. Undefined where the target gives none. */
export async function onNewPool<T>(
  setting: PoolSetting,
  work: (pool: ScratchPool) => Promise<T>,
): Promise<T | undefined> {
  const pool = await openPool(setting);
  if ('trouble' in pool) return undefined;
  try {
    return await work(pool);
  } finally {
    await removePool(setting.transport, pool.id);
  }
}
