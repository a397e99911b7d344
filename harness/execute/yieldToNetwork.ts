import { setImmediate as turn } from 'node:timers/promises';
import type { Case } from '../../generators/cases/case.ts';
import type { CaseList } from '../plan/caseList.ts';

/** Cases that are made between two looks at the network. */
const atOnce = 8;

/**
 * The cases of a list, made a few at a time: to make a lane of them at once would keep the answers of other lanes waiting, up
 * to their timeout.
 */
export async function unhurried(cases: CaseList): Promise<readonly Case[]> {
  if (Array.isArray(cases)) return cases;
  const all: Case[] = [];
  for (const one of cases) if (all.push(one) % atOnce === 0) await turn();
  return all;
}
