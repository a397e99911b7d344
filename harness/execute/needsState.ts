import type { Case } from '../../generators/cases/case.ts';
import type { Clause } from '../../specs/clause.ts';
import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import { evaluate, unknown, valueAt } from '../oracle/condition.ts';
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
      return evaluate(constraint.breach, { request, region, result: (path) => sentAt(request, path) }) === 'unknown';
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

function sentAt(request: JsonObject, path: string) {
  const sent = valueAt(request, path);
  return sent === undefined || (isJsonObject(sent) && Object.keys(sent).length === 0) ? unknown : sent;
}
