import { setImmediate as turn } from 'node:timers/promises';
import type { Case } from '../../generators/cases/case.ts';
import type { CaseList } from '../plan/caseList.ts';

/** Cases drawn before control returns to the event loop. */
const batchSize = 8;

/**
 * Draws the cases of a list in small batches. Drawing a whole lane at once would block the event loop and make requests of
 * other lanes time out.
 */
export async function drawCases(cases: CaseList): Promise<readonly Case[]> {
  if (Array.isArray(cases)) return cases;
  const all: Case[] = [];
  for (const testCase of cases) if (all.push(testCase) % batchSize === 0) await turn();
  return all;
}
