import type { Case, Step } from '../../generators/cases/case.ts';
import type { Contract } from '../../specs/contract.ts';
import { mirrors } from '../../specs/couplings.ts';
import type { JsonObject } from '../../specs/json.ts';
import { type MemberPath, membersOf, parentPath } from '../../specs/member.ts';
import { createOperation, deleteOperation } from '../../specs/operation.ts';
import { valueAt } from '../oracle/condition.ts';
import { poolStateOf } from '../oracle/poolState.ts';
import { isEmpty } from '../oracle/sameShown.ts';
import type { PoolCopy } from './poolCopy.ts';

/** Why a case cannot be judged or undone on an existing pool; undefined if it can. */
export function unfitForExisting(contract: Contract, copy: PoolCopy): (testCase: Case) => string | undefined {
  const lasting = lastingMembers(contract, copy);
  return (testCase) =>
    needsOwnPools(testCase) ??
    asksForDefaults(contract, testCase) ??
    setsHiddenFactors(copy, testCase) ??
    setsLasting(lasting, testCase);
}

function needsOwnPools({ parallel, steps = [] }: Case): string | undefined {
  if (parallel !== undefined) return 'It needs further pools to compare with, and the run uses only an existing one.';
  const isMaking = ({ operation, pool }: Step) =>
    pool === 2 || operation === createOperation || operation === deleteOperation;
  return steps.some(isMaking) ? 'It creates or deletes pools, and the run uses only an existing one.' : undefined;
}

function asksForDefaults({ byId, basis }: Contract, { clause }: Case): string | undefined {
  const constraint = byId.get(clause)?.constraint;
  if (constraint?.kind !== 'state' || constraint[basis].kind !== 'fresh') return undefined;
  return 'It is about the defaults of a new pool, which an existing one does not show.';
}

function setsHiddenFactors({ mfa }: PoolCopy, { prior, steps = [] }: Case): string | undefined {
  const setsFactors = prior?.mfa !== undefined || steps.some(({ operation }) => operation === 'SetUserPoolMfaConfig');
  return mfa === null && setsFactors
    ? 'It sets factors, and the target has no GetUserPoolMfaConfig needed to restore them.'
    : undefined;
}

/**
 * Members that the pool does not show and that no update is known to remove once set. Members within a structure that the
 * pool does not show are covered by it.
 */
function lastingMembers({ edition, clauses, basis }: Contract, { pool }: PoolCopy): readonly MemberPath[] {
  const { members } = poolStateOf(edition, pool);
  const passing = clauses.flatMap(({ member, constraint }) =>
    constraint.kind === 'state' &&
    constraint.when === 'omitted' &&
    ['becomes', 'dropped'].includes(constraint[basis].kind)
      ? [member]
      : [],
  );
  const isShown = (path: MemberPath) => path === '' || !isEmpty(valueAt(members, path));
  const paths = membersOf(edition.input).map(({ path }) => path);
  return paths.filter(
    (path) => isSettable(path) && !isShown(path) && isShown(parentPath(path)) && !passing.includes(path),
  );
}

// Items and entries are replaced with their list or map, and tags can be removed by UntagResource.
function isSettable(path: MemberPath): boolean {
  return !/[[{]/.test(path) && path !== 'UserPoolId' && path !== 'UserPoolTags';
}

function setsLasting(lasting: readonly MemberPath[], testCase: Case): string | undefined {
  const steps = [...(testCase.steps ?? []), ...(testCase.prior?.steps ?? [])].map(({ body }) => body);
  const requests = [testCase.request, testCase.withinBound, testCase.prior?.update, ...steps].filter(
    (request) => request !== undefined,
  );
  const raw = testCase.raw?.body ?? Buffer.from(testCase.raw?.bytes ?? '', 'base64').toString('latin1');
  const path = lasting.find(
    (member) => raw.includes(`"${lastName(member)}"`) || requests.some((request) => isSetBy(request, member)),
  );
  return path === undefined
    ? undefined
    : `It would set ${path}, which the pool does not show and no update is known to remove again.`;
}

function lastName(path: MemberPath): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Whether a request sets a member, or an alias of it. */
function isSetBy(request: JsonObject, path: MemberPath): boolean {
  const names = [path, ...mirrors.filter(({ members }) => members.includes(path)).flatMap(({ members }) => members)];
  return names.some((name) => valueAt(request, name) !== undefined);
}
