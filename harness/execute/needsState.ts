import type { Case } from '../../generators/cases/case.ts';
import type { Clause } from '../../specs/clause.ts';
import type { JsonObject } from '../../specs/json.ts';
import { truthOfRequest } from '../oracle/truthOfRequest.ts';
import type { CaseSetting } from './caseOutcome.ts';

/** Whether a case is about something that a target without readable pools cannot be held to. */
export function needsState(
  { contract, region, keepsPools = true }: CaseSetting,
  { clause, breaks, request }: Case,
): boolean {
  const isUnknownPool = ({ constraint }: Clause) => constraint.kind === 'wire' && constraint.check === 'unknown-pool';
  return [clause, ...breaks].some((id) => {
    const about = contract.byId.get(id);
    // Where any id stands for a pool there is none that is unknown.
    return about !== undefined && (isAboutState(about, region, request) || (!keepsPools && isUnknownPool(about)));
  });
}

function isAboutState({ constraint }: Clause, region: string, request: JsonObject): boolean {
  switch (constraint.kind) {
    case 'state':
      return true;
    case 'rule':
      // What the request does not send is up to the pool, which nobody sees.
      return truthOfRequest(constraint.breach, request, region) === 'unknown';
    case 'type':
    case 'required':
    case 'enum':
    case 'min':
    case 'max':
    case 'pattern':
    case 'wire':
      return false;
  }
}
