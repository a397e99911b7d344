import type { Case } from '../../generators/cases/case.ts';
import { judge } from '../judge/judge.ts';
import type { Expectation } from '../oracle/expectation.ts';
import { sendPatiently } from './retryThrottled.ts';
import { bodyOf, type CaseOutcome, type CaseSetting } from './runUpdate.ts';
import { readBack, type ScratchPool } from './scratchPool.ts';

/** Sends a request that names a fixture, right in all else, and judges whether it earns the fixture's error. */
export async function runFixture(
  setting: CaseSetting,
  pool: ScratchPool,
  one: Case,
  error: NonNullable<Case['earns']>,
): Promise<CaseOutcome> {
  const { contract, transport } = setting;
  const { clause, member } = one;
  const expectation: Expectation = { kind: 'rejected', errors: [error], broken: [] };
  const body = bodyOf(one, pool.id);
  const request = JSON.parse(body) as Case['request'];
  const isOwn = pool.readable && request.UserPoolId === pool.id;
  const before = isOwn ? pool.state : null;
  const answer = await sendPatiently(transport, 'UpdateUserPool', body);
  const after = isOwn ? await readBack(setting, pool) : null;
  const verdict = judge({ contract, clause, member, expectation, answer, before, after });
  return { case: one, request, expectation, answer, before, after, verdict };
}
