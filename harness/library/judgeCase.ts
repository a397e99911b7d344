import type { Case } from '../../generators/cases/case.ts';
import { requestWithPoolId } from '../../generators/cases/case.ts';
import { asSentence } from '../../specs/asSentence.ts';
import type { Contract } from '../../specs/contract.ts';
import { givenValue } from '../../specs/givenValue.ts';
import { isJsonObject, type JsonObject, parsedJson } from '../../specs/json.ts';
import { testedOperation } from '../../specs/operation.ts';
import { removePool } from '../execute/removePool.ts';
import { runCase } from '../execute/runCase.ts';
import { caseBody, subjectOf } from '../execute/runUpdate.ts';
import { createPool, describeAnswer } from '../execute/scratchPool.ts';
import { judge } from '../judge/judge.ts';
import { expectationOf } from '../oracle/expectation.ts';
import { poolStateOf } from '../oracle/poolState.ts';
import type { Verdict } from '../record/record.ts';
import { defaultPool } from '../targets/mock/defaultPool.ts';
import type { Answer } from '../transport/answer.ts';
import { readAnswer } from '../transport/readAnswer.ts';
import { UserError } from '../userError.ts';
import { type CaseTarget, transportTo } from './caseTarget.ts';
import type { ContractCase, JudgedCase, OwnAnswer } from './contractCase.ts';
import { requireObject } from './requireObject.ts';

/** A planned case with what a user can do with it. */
export function contractCase(testCase: Case, contract: Contract, region: string): ContractCase {
  const { id, phase, clause, member, breaks, request, prior } = testCase;
  return {
    id,
    phase,
    clause,
    member,
    breaks,
    request,
    prior,
    send: async (target, userPoolId) => {
      refuseSeveral(testCase);
      const transport = await transportTo(target, region);
      if (typeof userPoolId !== 'string' || userPoolId === '') {
        throw new TypeError(`send: the id of a pool has to be given after the target, not ${givenValue(userPoolId)}.`);
      }
      return transport.send(testedOperation, caseBody(testCase, userPoolId));
    },
    judge: (answer, before, after) => verdictOnCase(testCase, contract, region, { answer, before, after }),
    run: (target) => runOnNewPool(testCase, contract, region, target),
  };
}

function refuseSeveral({ id, steps, parallel, raw, fault }: Case): void {
  const hasForm = raw !== undefined && Object.keys(raw).some((name) => name !== 'body');
  if (steps === undefined && parallel === undefined && fault === undefined && !hasForm) return;
  throw new TypeError(`The case ${id} is not one plain request. Send it by run(target).`);
}

interface Observed {
  readonly answer: Answer | OwnAnswer;
  readonly before: JsonObject | null;
  readonly after: JsonObject | null;
}

function verdictOnCase(
  testCase: Case,
  contract: Contract,
  region: string,
  { answer, before, after }: Observed,
): Verdict {
  refuseSeveral(testCase);
  requireAnswer(answer);
  for (const [what, pool] of Object.entries({ 'pool before': before, 'pool after': after })) {
    if (pool !== null) requireObject('judge', `${what} (null where there is none)`, pool);
  }
  const { edition } = contract;
  const userPoolId = typeof before?.Id === 'string' ? before.Id : `${region}_Unknown00`;
  const body = testCase.raw?.body === undefined ? requestWithPoolId(testCase.request, userPoolId) : undefined;
  const request = body ?? parsedJson(caseBody(testCase, userPoolId));
  const states = { before: before && poolStateOf(edition, before), after: after && poolStateOf(edition, after) };
  const fresh = poolStateOf(edition, defaultPool(edition));
  const expectation = isJsonObject(request)
    ? expectationOf({ contract, region, request, prior: states.before, fresh })
    : ({ kind: 'open', why: 'the body is not a JSON object' } as const);
  const received =
    'kind' in answer ? answer : readAnswer(answer.status, answer.headers ?? usualHeaders, answer.text, 0);
  return judge({ contract, ...subjectOf(testCase, expectation), expectation, answer: received, ...states });
}

function requireAnswer(answer: unknown): void {
  const { kind, status, text }: Readonly<Record<string, unknown>> = { ...requireObject('judge', 'answer', answer) };
  if (typeof kind === 'string' || (typeof status === 'number' && typeof text === 'string')) return;
  throw new TypeError(
    'judge: the answer has to be what send resolved to, or { status, text } with headers if you like.',
  );
}

/** Stand for the headers of an answer that was given without any, so that they are not judged. */
const usualHeaders = {
  'content-type': 'application/x-amz-json-1.1',
  'x-amzn-requestid': '00000000-0000-4000-8000-000000000000',
};

async function runOnNewPool(
  testCase: Case,
  contract: Contract,
  region: string,
  target: CaseTarget,
): Promise<JudgedCase> {
  const transport = await transportTo(target, region);
  const pool = await createPool({ transport, contract });
  if ('failure' in pool) {
    throw new UserError('unreachable-target', asSentence(describeAnswer(pool.answer)), 'Is the target running?', 3);
  }
  try {
    const { answer, verdict } = await runCase({ contract, transport, region }, pool, testCase);
    return { answer, verdict };
  } finally {
    await removePool(transport, pool.id);
  }
}
