import type { Clause } from '../../specs/clause.ts';
import type { Contract } from '../../specs/contract.ts';
import type { Truth } from './condition.ts';
import type { PoolState } from './poolState.ts';

/** What the pool alone decides, whatever the request sends: computed once for each pool. */
export interface PoolMemo {
  readonly contract: Contract;
  readonly fresh: PoolState;
  /** Whether rules are broken by a request that has none of the members they read. */
  readonly rules: Map<Clause, Truth>;
}

const memos = new WeakMap<PoolState, PoolMemo>();

/** The memo of a pool under a contract, beside a new pool of the same target. */
export function poolMemo({
  contract,
  prior,
  fresh,
}: Pick<PoolMemo, 'contract' | 'fresh'> & { readonly prior: PoolState }): PoolMemo {
  const last = memos.get(prior);
  if (last !== undefined && last.contract === contract && last.fresh === fresh) return last;
  const memo: PoolMemo = { contract, fresh, rules: new Map() };
  memos.set(prior, memo);
  return memo;
}
