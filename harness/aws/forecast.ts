import type { Case } from '../../generators/cases/case.ts';
import type { Lane } from '../plan/plan.ts';

/** An estimate of what a run will do. */
export interface Forecast {
  readonly cases: number;
  readonly pools: number;
  readonly requests: number;
  /** At the given rate limit; null without one. */
  readonly seconds: number | null;
}

/** Requests to create, read and delete one pool. */
const requestsPerPool = 3;
const probeRequests = 6;

/** Estimates a plan on a conforming target. Shrinking takes up to 80 further requests per finding. */
export function forecast(lanes: readonly Lane[], rate: number | undefined): Forecast {
  const count = { cases: 0, pools: 0, requests: 0 };
  for (const { cases } of lanes) {
    count.cases += cases.length;
    for (const testCase of cases) {
      if (needsPool(testCase)) count.pools += 1;
      count.requests += requestsOf(testCase);
    }
  }
  const pools = 1 + lanes.length * 2 + count.pools;
  const requests = probeRequests + pools * requestsPerPool + lanes.length + count.requests;
  return { cases: count.cases, pools, requests, seconds: rate === undefined ? null : Math.ceil(requests / rate) };
}

function needsPool({ prior }: Case): boolean {
  return prior?.fresh === true || prior?.mfa !== undefined;
}

// Each request that changes the pool is followed by one that reads it.
function requestsOf({ prior, twin, steps = [], parallel = [] }: Case): number {
  const before = [prior?.update, prior?.mfa, twin].filter((step) => step !== undefined).length;
  return 2 + (before + steps.length + parallel.length) * 2;
}
