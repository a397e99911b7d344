import { type Case, type Phase, phases, requestWithPoolId } from '../../../generators/cases/case.ts';
import { bodyOf } from '../../execute/runUpdate.ts';
import { judge } from '../../judge/judge.ts';
import { type Expectation, expectationOf } from '../../oracle/expectation.ts';
import { type PoolState, poolStateOf } from '../../oracle/poolState.ts';
import { plan } from '../../plan/plan.ts';
import { freshPool } from '../../targets/mock/freshPool.ts';
import type { Answer } from '../../transport/answer.ts';
import type { Figure } from './figure.ts';
import { contract, region, scene } from './scene.ts';

const poolId = `${region}_000000001`;
const pool: PoolState = poolStateOf(contract.edition, { ...freshPool(contract.edition), Id: poolId });

const seeds = [2, 3, 4, 5, 6, 7, 8, 9];

/** Plans, generates and judges without sending: cases for each second that one core worked. */
export function judging(): readonly Figure[] {
  const mixes: readonly (readonly [string, readonly Phase[], number, Figure['mark']])[] = [
    ['default phases', phases, 450, { kind: 'at least', value: 5000 }],
    ['fuzz alone', ['fuzz'], 3000, null],
  ];
  return mixes.map(([name, some, cases, mark]) => {
    // The first seed also makes what hangs on the scene alone, as the cases at the bounds do, and warms up. The best of the
    // others counts: a neighbour on the machine only ever takes away.
    perSecond(some, cases, 1);
    const value = Math.max(...seeds.map((seed) => perSecond(some, cases, seed)));
    return { bench: 'judging', what: `cases planned, generated and judged, ${name}`, value, unit: '/s', mark };
  });
}

// By the processor's time, for other programs take their share of the clock's.
function perSecond(some: readonly Phase[], cases: number, seed: number): number {
  const start = process.cpuUsage();
  let count = 0;
  for (const lane of plan({ scene, phases: some, seed, cases })) {
    for (const one of lane.cases) {
      judgeUnsent(one);
      count += 1;
    }
  }
  const { user, system } = process.cpuUsage(start);
  return count / ((user + system) / 1e6);
}

function judgeUnsent(one: Case): void {
  if (one.raw !== undefined) return;
  // What a run would send.
  bodyOf(one, poolId);
  const request = requestWithPoolId(one.request, poolId);
  const expectation = expectationOf({ contract, region, request, prior: pool, fresh: pool });
  judge({
    contract,
    clause: one.clause,
    member: one.member,
    expectation,
    answer: answerTo(expectation),
    before: pool,
    after: pool,
  });
}

const requestId = '00000000-0000-4000-8000-000000000000';

function answerTo(expectation: Expectation): Answer {
  const error = expectation.kind === 'rejected' ? (expectation.errors[0] ?? null) : null;
  const body = error === null ? {} : { __type: error, message: 'no' };
  return {
    kind: 'answered',
    status: error === null ? 200 : 400,
    error,
    message: error === null ? null : 'no',
    text: JSON.stringify(body),
    body,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': requestId },
    ms: 1,
  };
}
