import type { Case } from '../../generators/cases/case.ts';
import { testedOperation } from '../../specs/operation.ts';
import { judge } from '../judge/judge.ts';
import type { Expectation } from '../oracle/expectation.ts';
import type { CaseOutcome, CaseSetting } from './caseOutcome.ts';
import { caseBody } from './runUpdate.ts';
import { refreshState, type ScratchPool } from './scratchPool.ts';
import { sendWithRetry } from './sendWithRetry.ts';

/** Sends an otherwise valid request that names a fixture, and judges whether it is answered with the fixture's error. */
export async function runFixture(
  setting: CaseSetting,
  pool: ScratchPool,
  testCase: Case,
  error: NonNullable<Case['fixtureError']>,
): Promise<CaseOutcome> {
  const { contract, transport } = setting;
  const { clause, member } = testCase;
  const expectation: Expectation = { kind: 'rejected', errors: [error], broken: [] };
  const body = caseBody(testCase, pool.id);
  const request = JSON.parse(body) as Case['request'];
  const isOwn = pool.readable && request.UserPoolId === pool.id;
  const before = isOwn ? pool.state : null;
  const answer = await sendWithRetry(transport, testedOperation, body);
  const after = isOwn ? await refreshState(setting, pool) : null;
  const verdict = judge({ contract, clause, member, expectation, answer, before, after });
  return { case: testCase, request, expectation, answer, before, after, verdict };
}
