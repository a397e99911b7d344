import type { JsonObject } from '../../specs/json.ts';
import type { CaseOutcome, CaseSetting } from '../execute/caseOutcome.ts';
import { discardPool } from '../execute/removePool.ts';
import { createPool, createUnreadPool, type PoolFailure, type ScratchPool } from '../execute/scratchPool.ts';
import { SparePools } from '../execute/sparePools.ts';
import type { PoolState } from '../oracle/poolState.ts';
import { poolStateOf } from '../oracle/poolState.ts';
import type { RequestPurpose } from '../record/record.ts';
import { requestsFor } from '../transport/countedTransport.ts';

/** What a pool is needed for. */
export interface PoolNeed {
  /** Members of CreateUserPool that no update can change. */
  readonly creation: JsonObject;
  /** Whether the pool has to be read, or the answers say it all. */
  readonly isRead: boolean;
  /** What its requests count for. Absent: shrinking. */
  readonly purpose?: RequestPurpose;
}

/** What came of a request on a pool. */
export interface Sent {
  readonly outcome: CaseOutcome;
  readonly poolId: string;
}

/**
 * The new pools on which findings are shrunk, those first that lanes have left as new. What a new pool shows is read once and reused
 * after that, so that a pool on which only the answer counts costs no more than its creation and its deletion.
 */
export class ShrinkPools {
  readonly setting: CaseSetting;
  /** What came of requests that were sent to new pools. */
  readonly sent = new Map<string, Promise<Sent | undefined>>();
  private readonly spares: SparePools;
  private known: Promise<ScratchPool | undefined> | undefined;

  constructor(setting: CaseSetting, spares = new SparePools()) {
    this.spares = spares;
    this.setting = { ...setting, transport: requestsFor(setting.transport, 'shrinking') };
  }

  /** What a new pool of the target shows. */
  async fresh(): Promise<PoolState> {
    return (await this.first())?.fresh ?? poolStateOf(this.setting.contract.edition, {});
  }

  /** Runs work on a new pool and deletes the pool afterwards. Undefined if the pool cannot be created. */
  async withPool<T>(need: PoolNeed, work: (pool: ScratchPool) => Promise<T>): Promise<T | undefined> {
    const pool = await this.open(need);
    if ('failure' in pool) return undefined;
    try {
      return await work(pool);
    } finally {
      await discardPool(this.setting.transport, pool);
    }
  }

  /** The setting whose requests count for a purpose. */
  settingFor(purpose: RequestPurpose): CaseSetting {
    return { ...this.setting, transport: requestsFor(this.setting.transport, purpose) };
  }

  /** Opens a new pool, which the caller deletes. */
  async open({ creation, isRead, purpose = 'shrinking' }: PoolNeed): Promise<ScratchPool | PoolFailure> {
    const setting = this.settingFor(purpose);
    const spare = this.spares.take(creation);
    if (spare !== undefined) return isRead ? spare : { ...spare, readable: false };
    // An existing pool is put back into the state that it had, which only reading it tells.
    if (isRead || setting.existing !== undefined) return createPool({ ...setting, creation }, await this.first());
    return createUnreadPool({ ...setting, creation }, await this.fresh());
  }

  private first(): Promise<ScratchPool | undefined> {
    this.known ??= this.readFirst();
    return this.known;
  }

  private async readFirst(): Promise<ScratchPool | undefined> {
    const known = this.spares.first({});
    if (known !== undefined) return known;
    const pool = await createPool(this.setting);
    if ('failure' in pool) return undefined;
    await discardPool(this.setting.transport, pool);
    return pool;
  }
}
