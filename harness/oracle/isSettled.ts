import type { Condition } from '../../specs/condition.ts';
import type { Contract } from '../../specs/contract.ts';
import type { JsonObject } from '../../specs/json.ts';
import { memoizeByObject } from '../../specs/memoize.ts';
import { readRequest } from './breaches.ts';
import { truthOfRequest } from './truthOfRequest.ts';

/** Whether a request has nothing in it on which the contract is silent; what it is silent on given a pool does not count. */
export function isSettled(contract: Contract, request: JsonObject, region: string): boolean {
  const isOpen = openBreaches(contract).some((breach) => truthOfRequest(breach, request, region) === true);
  return !isOpen && readRequest(contract.edition, request).unsettled.length === 0;
}

const openBreaches = memoizeByObject(({ clauses }: Contract): readonly Condition[] =>
  clauses.flatMap(({ constraint }) =>
    constraint.kind === 'rule' && constraint.outcome === 'open' ? [constraint.breach] : [],
  ),
);
