import type { Case } from '../../generators/cases/case.ts';
import { testedOperation } from '../../specs/operation.ts';
import { judge } from '../judge/judge.ts';
import type { Expectation } from '../oracle/expectation.ts';
import { faultHeader } from '../targets/mock/faults.ts';
import type { Answer } from '../transport/answer.ts';
import type { Transport } from '../transport/transport.ts';
import type { CaseOutcome, CaseSetting } from './caseOutcome.ts';
import { caseBody } from './runUpdate.ts';
import { refreshState, type ScratchPool } from './scratchPool.ts';

/** Targets that ignore the fault header; it is not sent to them again. */
const ignoringFaultHeader = new WeakSet<Transport>();

/** Requests a simulated error from the target and judges its form. Skipped if the target does not support simulated errors. */
export async function runSimulatedError(
  setting: CaseSetting,
  pool: ScratchPool,
  testCase: Case,
  { error, dialect }: NonNullable<Case['fault']>,
): Promise<CaseOutcome> {
  const { contract, transport } = setting;
  const expectation: Expectation = { kind: 'rejected', errors: [error], broken: [] };
  const before = pool.readable ? pool.state : null;
  const request = { ...testCase.request, UserPoolId: pool.id };
  const base = { case: testCase, request, expectation, before } as const;
  const order = { headers: { [faultHeader]: `${error};${dialect}` } };
  const answer = ignoringFaultHeader.has(transport)
    ? notSent
    : await transport.send(testedOperation, caseBody(testCase, pool.id), 'test', order);
  // The mock echoes the header, so that no other target is mistaken for it.
  const isTaken = answer.kind === 'answered' && answer.headers[faultHeader] !== undefined;
  if (!isTaken) ignoringFaultHeader.add(transport);
  const after = before === null || answer === notSent ? before : await refreshState(setting, pool);
  const { clause, member } = testCase;
  const verdict = isTaken ? judge({ contract, clause, member, expectation, answer, before, after }) : skipped;
  return { ...base, answer, after, verdict };
}

const skipped = { kind: 'skipped', why: "Only poolproof's own mock can simulate an error on request." } as const;

const notSent: Answer = { kind: 'unanswered', why: 'not-sent', detail: skipped.why, ms: 0 };
