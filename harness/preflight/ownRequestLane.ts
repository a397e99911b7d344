import { type Case, poolPlaceholder } from '../../generators/cases/case.ts';
import type { Contract } from '../../specs/contract.ts';
import type { JsonObject } from '../../specs/json.ts';
import { readRequest } from '../oracle/breaches.ts';
import type { Lane } from '../plan/plan.ts';

/** The case that sends the pool's own request. */
export const ownRequestId = 'preflight/own-request';

/** A lane with the pool's own request on a new pool, judged like any other case. */
export function ownRequestLane(request: JsonObject, { edition }: Contract): Lane {
  const named = { ...request, UserPoolId: 'us-east-1_Poolproof' };
  const breaks = readRequest(edition, named).breaches.map(({ clause }) => clause);
  const own: Case = {
    id: ownRequestId,
    phase: 'examples',
    clause: breaks[0] ?? 'wire.success-status',
    member: '',
    breaks,
    request: { ...request, UserPoolId: poolPlaceholder },
    kept: true,
    prior: { fresh: true },
  };
  return { name: 'preflight', phase: 'examples', cases: [own] };
}
