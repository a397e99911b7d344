import type { JsonObject } from '../../specs/json.ts';
import type { CaseSetting } from '../execute/caseOutcome.ts';
import { removePool } from '../execute/removePool.ts';
import { createPool, createUnreadPool, type ScratchPool } from '../execute/scratchPool.ts';
import type { PoolState } from '../oracle/poolState.ts';
import { poolStateOf } from '../oracle/poolState.ts';

/** What a pool is needed for. */
export interface PoolNeed {
  /** Members of CreateUserPool that no update can change. */
  readonly creation: JsonObject;
  /** Whether the pool has to be read, or the answers say it all. */
  readonly isRead: boolean;
}

/**
 * The new pools on which findings are shrunk. What a new pool shows is read once and reused after that, so that a pool
 * on which only the answer counts costs no more than its creation and its deletion.
 */
export class ShrinkPools {
  readonly setting: CaseSetting;
  private known: Promise<PoolState> | undefined;

  constructor(setting: CaseSetting) {
    this.setting = setting;
  }

  /** What a new pool of the target shows. */
  fresh(): Promise<PoolState> {
    this.known ??= this.readFresh();
    return this.known;
  }

  /** Runs work on a new pool and deletes the pool afterwards. Undefined if the pool cannot be created. */
  async withPool<T>(need: PoolNeed, work: (pool: ScratchPool) => Promise<T>): Promise<T | undefined> {
    const pool = await this.open(need);
    if ('failure' in pool) return undefined;
    try {
      return await work(pool);
    } finally {
      await removePool(this.setting.transport, pool.id);
    }
  }

  private async open({ creation, isRead }: PoolNeed) {
    const { setting } = this;
    // An existing pool is put back into the state that it had, which only reading it tells.
    if (isRead || setting.existing !== undefined) return createPool({ ...setting, creation });
    return createUnreadPool({ ...setting, creation }, await this.fresh());
  }

  private async readFresh(): Promise<PoolState> {
    const pool = await createPool(this.setting);
    if ('failure' in pool) return poolStateOf(this.setting.contract.edition, {});
    await removePool(this.setting.transport, pool.id);
    return pool.fresh;
  }
}
