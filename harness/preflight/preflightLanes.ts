import type { Case } from '../../generators/cases/case.ts';
import type { Contract } from '../../specs/contract.ts';
import { topLevelOf } from '../../specs/member.ts';
import type { Lane } from '../plan/plan.ts';
import { ownRequestLane } from './ownRequestLane.ts';
import type { PoolSettings } from './poolSettings.ts';

/** The cases that show how a target treats the members of a pool: valid examples about them, and the pool's own request. */
export function preflightLanes(settings: PoolSettings, planned: readonly Lane[], contract: Contract): readonly Lane[] {
  const used = new Set([...Object.keys(settings.request), ...settings.deployed]);
  const isWanted = ({ member, breaks }: Case) => breaks.length === 0 && used.has(topLevelOf(member));
  const lanes = planned
    .map((lane) => ({ ...lane, cases: [...lane.cases].filter(isWanted) }))
    .filter(({ cases }) => cases.length > 0);
  return [ownRequestLane(settings.request, contract), ...lanes];
}
