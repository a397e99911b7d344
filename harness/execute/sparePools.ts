import type { JsonObject } from '../../specs/json.ts';
import type { Transport } from '../transport/transport.ts';
import { discardPool } from './removePool.ts';
import type { ScratchPool } from './scratchPool.ts';

/**
 * Pools that a lane kept as a control and left as new: never updated, and read at its end. Later lanes use them in place of new ones. Those
 * created with different settings are kept apart.
 */
export class SparePools {
  private readonly pools = new Map<string, ScratchPool[]>();
  private readonly firsts = new Map<string, ScratchPool>();

  take(creation: JsonObject | undefined): ScratchPool | undefined {
    return this.pools.get(creationText(creation))?.pop();
  }

  give(creation: JsonObject | undefined, pool: ScratchPool): void {
    const key = creationText(creation);
    this.pools.set(key, [...(this.pools.get(key) ?? []), pool]);
  }

  /** The first pool of the run that was created so, as it was when it was new. */
  first(creation: JsonObject | undefined): ScratchPool | undefined {
    return this.firsts.get(creationText(creation));
  }

  noteFirst(creation: JsonObject | undefined, pool: ScratchPool): void {
    if (!this.firsts.has(creationText(creation))) this.firsts.set(creationText(creation), pool);
  }

  async remove(transport: Transport): Promise<void> {
    const left = [...this.pools.values()].flat();
    this.pools.clear();
    for (const pool of left) await discardPool(transport, pool);
  }
}

function creationText(creation: JsonObject = {}): string {
  return JSON.stringify(creation);
}
