import { type Case, poolPlaceholder, type Step } from './case.ts';

/** A case of requests that are sent to one new pool at one moment. */
export function parallelCase(phase: Case['phase'], id: string, parallel: readonly Step[]): Case {
  return {
    id,
    phase,
    clause: 'request.serial',
    member: '',
    breaks: [],
    request: { UserPoolId: poolPlaceholder, ...parallel[0]?.body },
    prior: { fresh: true },
    parallel,
  };
}
