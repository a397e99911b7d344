import type { Case } from '../../generators/cases/case.ts';
import { judge } from '../judge/judge.ts';
import type { Expectation } from '../oracle/expectation.ts';
import { faultHeader } from '../targets/mock/faults.ts';
import type { Answer } from '../transport/answer.ts';
import type { Transport } from '../transport/sdkTransport.ts';
import { bodyOf, type CaseOutcome, type CaseSetting } from './runUpdate.ts';
import { readBack, type ScratchPool } from './scratchPool.ts';

/** Targets that were seen to take no orders: they are not asked again. */
const deaf = new WeakSet<Transport>();

/** Orders an error from the target and judges how it is told; skipped where the target takes no such orders. */
export async function runFault(
  setting: CaseSetting,
  pool: ScratchPool,
  one: Case,
  { error, dialect }: NonNullable<Case['fault']>,
): Promise<CaseOutcome> {
  const { contract, transport } = setting;
  const expectation: Expectation = { kind: 'rejected', errors: [error], broken: [] };
  const before = pool.readable ? pool.state : null;
  const request = { ...one.request, UserPoolId: pool.id };
  const base = { case: one, request, expectation, before } as const;
  const order = { headers: { [faultHeader]: `${error};${dialect}` } };
  const answer = deaf.has(transport)
    ? notSent
    : await transport.send('UpdateUserPool', bodyOf(one, pool.id), 'test', order);
  // The mock repeats the order in its answer, so that nobody else is taken for it.
  const isTaken = answer.kind === 'answered' && answer.headers[faultHeader] !== undefined;
  if (!isTaken) deaf.add(transport);
  const after = before === null || answer === notSent ? before : await readBack(setting, pool);
  const { clause, member } = one;
  const verdict = isTaken ? judge({ contract, clause, member, expectation, answer, before, after }) : skipped;
  return { ...base, answer, after, verdict };
}

const skipped = { kind: 'skipped', why: "Only poolproof's own mock can be told to answer with an error." } as const;

const notSent: Answer = { kind: 'unanswered', why: 'not-sent', detail: skipped.why, ms: 0 };
