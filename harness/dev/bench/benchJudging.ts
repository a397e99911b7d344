import { type Case, type Phase, phases, requestWithPoolId } from '../../../generators/cases/case.ts';
import { caseBody } from '../../execute/runUpdate.ts';
import { judge } from '../../judge/judge.ts';
import { type Expectation, expectationOf } from '../../oracle/expectation.ts';
import { type PoolState, poolStateOf } from '../../oracle/poolState.ts';
import { plan } from '../../plan/plan.ts';
import { defaultPool } from '../../targets/mock/defaultPool.ts';
import type { Answer } from '../../transport/answer.ts';
import type { BenchFigure } from './benchFigure.ts';
import { contract, region, scene } from './scene.ts';

const poolId = `${region}_000000001`;
const pool: PoolState = poolStateOf(contract.edition, { ...defaultPool(contract.edition), Id: poolId });

const seeds = [2, 3, 4, 5, 6, 7, 8, 9];

/** Planning, generating and judging without sending: cases per second of CPU time. */
export function benchJudging(): readonly BenchFigure[] {
  const mixes: readonly (readonly [string, readonly Phase[], number, BenchFigure['mark']])[] = [
    ['default phases', phases, 450, { kind: 'at least', value: 5000 }],
    ['fuzz alone', ['fuzz'], 3000, null],
  ];
  return mixes.map(([name, some, cases, mark]) => {
    // The first seed warms up and fills the caches of what depends on the scene alone. Of the others the best counts: other
    // programs on the machine only make a measurement worse.
    casesPerSecond(some, cases, 1);
    const value = Math.max(...seeds.map((seed) => casesPerSecond(some, cases, seed)));
    return { bench: 'judging', what: `cases planned, generated and judged, ${name}`, value, unit: '/s', mark };
  });
}

// CPU time, since other programs affect the wall clock.
function casesPerSecond(some: readonly Phase[], cases: number, seed: number): number {
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
  // Building the body is part of a run's work.
  caseBody(one, poolId);
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
