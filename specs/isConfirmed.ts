import type { ClauseId } from './clause.ts';
import type { Contract } from './contract.ts';
import { seenLiveOn } from './evidence.ts';

/** Whether a clause was seen on the live operation itself, and so is judged under --confirmed-only. */
export function isConfirmed({ byId }: Contract, clause: ClauseId): boolean {
  return seenLiveOn(byId.get(clause)?.evidence ?? []) !== undefined;
}
