import type { Case } from '../../generators/cases/case.ts';
import type { Lane } from '../plan/plan.ts';

/** About what a run will do, before anything of it is done. */
export interface Forecast {
  readonly cases: number;
  readonly pools: number;
  readonly requests: number;
  /** At the allowed rate; null where there is none. */
  readonly seconds: number | null;
}

/** Creating, reading and deleting one pool. */
const perPool = 3;
const probeRequests = 6;

/** Counts what a plan takes on a target that conforms. Every finding takes up to 80 requests more to be made small. */
export function forecast(lanes: readonly Lane[], rate: number | undefined): Forecast {
  const count = { cases: 0, pools: 0, requests: 0 };
  for (const { cases } of lanes) {
    count.cases += cases.length;
    for (const one of cases) {
      if (needsPool(one)) count.pools += 1;
      count.requests += requestsOf(one);
    }
  }
  const pools = 1 + lanes.length * 2 + count.pools;
  const requests = probeRequests + pools * perPool + lanes.length + count.requests;
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
