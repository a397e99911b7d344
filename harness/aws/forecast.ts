import type { Case } from '../../generators/cases/case.ts';
import type { Lane } from '../plan/plan.ts';

/** An estimate of what a run will do. */
export interface Forecast {
  /** With the one that ends each lane, which looks at a pool that was never updated. */
  readonly cases: number;
  readonly pools: number;
  readonly requests: number;
  /** At the given rate limit; null without one. */
  readonly seconds: number | null;
}

/** Requests to create, read and delete one pool. */
const requestsPerPool = 3;
const probeRequests = 6;

interface Drawn {
  cases: number;
  pools: number;
  requests: number;
}

/** Cases of the fuzz phase that are drawn for an estimate: drawing takes time, and they are much alike. */
const mostDrawn = 100;

function drawSample(lanes: readonly Lane[], most: number): Drawn {
  const sample: Drawn = { cases: 0, pools: 0, requests: 0 };
  for (const { cases } of lanes) {
    for (const testCase of cases) {
      if (sample.cases >= most) return sample;
      sample.cases += 1;
      if (needsPool(testCase)) sample.pools += 1;
      sample.requests += requestCount(testCase);
    }
  }
  return sample;
}

/**
 * Estimates a plan on a conforming target. Shrinking takes up to 80 further requests per finding. `fuzzScale` is how many times as
 * many fuzz cases as those of the lanes will be run.
 */
export function forecast(lanes: readonly Lane[], rate: number | undefined, fuzzScale = 1): Forecast {
  let laneCount = 0;
  const count = { cases: 0, pools: 0, requests: 0 };
  for (const [phase, group] of Map.groupBy(lanes, (lane) => lane.phase)) {
    const scale = phase === 'fuzz' ? fuzzScale : 1;
    const cases = Math.round(group.reduce((sum, lane) => sum + lane.cases.length, 0) * scale);
    const drawn = drawSample(group, phase === 'fuzz' ? mostDrawn : Number.POSITIVE_INFINITY);
    const share = drawn.cases === 0 ? 0 : cases / drawn.cases;
    laneCount += Math.ceil(group.length * scale);
    count.cases += cases;
    count.pools += Math.round(drawn.pools * share);
    count.requests += Math.round(drawn.requests * share);
  }
  const pools = 1 + laneCount * 2 + count.pools;
  const requests = probeRequests + pools * requestsPerPool + laneCount + count.requests;
  return {
    cases: count.cases + laneCount,
    pools,
    requests,
    seconds: rate === undefined ? null : Math.ceil(requests / rate),
  };
}

function needsPool({ prior }: Case): boolean {
  return prior?.fresh === true || prior?.mfa !== undefined;
}

// Each request that changes the pool is followed by one that reads it.
function requestCount({ prior, withinBound, steps = [], parallel = [] }: Case): number {
  const before = [prior?.update, prior?.mfa, withinBound].filter((step) => step !== undefined).length;
  return 2 + (before + steps.length + parallel.length) * 2;
}
