import type { Condition } from '../../specs/condition.ts';
import type { Contract } from '../../specs/contract.ts';
import type { JsonObject } from '../../specs/json.ts';
import { memoizeByObject } from '../../specs/memoize.ts';
import { readRequest } from './breaches.ts';
import { membersNeededBy } from './membersNeededBy.ts';
import { truthOfRequest } from './truthOfRequest.ts';

/** Whether a request has nothing in it on which the contract is silent; what it is silent on given a pool does not count. */
export function isSettled(contract: Contract, request: JsonObject, region: string): boolean {
  const isOpen = openBreaches(contract).some(
    ({ breach, needed }) => hasAnyMember(request, needed) && truthOfRequest(breach, request, region) === true,
  );
  return !isOpen && readRequest(contract.edition, request).unsettled.length === 0;
}

function hasAnyMember(request: JsonObject, needed: readonly string[] | undefined): boolean {
  return needed === undefined || needed.some((name) => Object.hasOwn(request, name));
}

interface OpenBreach {
  readonly breach: Condition;
  /** Without any of these in the request it does not hold; undefined where it may. */
  readonly needed: readonly string[] | undefined;
}

const openBreaches = memoizeByObject(({ clauses }: Contract): readonly OpenBreach[] =>
  clauses.flatMap(({ constraint }) =>
    constraint.kind === 'rule' && constraint.outcome === 'open'
      ? [{ breach: constraint.breach, needed: membersNeededBy(constraint.breach) }]
      : [],
  ),
);
