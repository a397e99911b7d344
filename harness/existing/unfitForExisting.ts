import type { Case, Step } from '../../generators/cases/case.ts';
import type { Contract } from '../../specs/contract.ts';
import { mirrors } from '../../specs/couplings.ts';
import type { JsonObject } from '../../specs/json.ts';
import { type MemberPath, membersOf } from '../../specs/member.ts';
import { valueAt } from '../oracle/condition.ts';
import { poolStateOf } from '../oracle/poolState.ts';
import { isEmpty } from '../oracle/sameShown.ts';
import type { PoolCopy } from './poolCopy.ts';

/** Why a case cannot be judged on a pool that was there before, or cannot be undone on it; undefined for all others. */
export function unfitForExisting(contract: Contract, copy: PoolCopy): (one: Case) => string | undefined {
  const lasting = lastingMembers(contract, copy);
  return (one) =>
    needsOwnPools(one) ?? asksForDefaults(contract, one) ?? setsHiddenFactors(copy, one) ?? setsLasting(lasting, one);
}

function needsOwnPools({ parallel, steps = [] }: Case): string | undefined {
  if (parallel !== undefined) return 'It needs further pools to compare with, and the run uses an existing one alone.';
  const isMaking = ({ operation, pool }: Step) =>
    pool === 2 || operation === 'CreateUserPool' || operation === 'DeleteUserPool';
  return steps.some(isMaking) ? 'It makes or deletes pools, and the run uses an existing one alone.' : undefined;
}

function asksForDefaults({ byId, basis }: Contract, { clause }: Case): string | undefined {
  const constraint = byId.get(clause)?.constraint;
  if (constraint?.kind !== 'state' || constraint[basis].kind !== 'fresh') return undefined;
  return 'It asks for what a new pool shows, which an existing one does not tell.';
}

function setsHiddenFactors({ mfa }: PoolCopy, { prior, steps = [] }: Case): string | undefined {
  const setsFactors = prior?.mfa !== undefined || steps.some(({ operation }) => operation === 'SetUserPoolMfaConfig');
  return mfa === null && setsFactors
    ? 'It sets factors, and the target has no GetUserPoolMfaConfig by which they could be put back.'
    : undefined;
}

/**
 * Members that the pool does not show and that no update is known to take away once they are set. What lies in a structure
 * that the pool does not show goes with it.
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
    (path) => isSettable(path) && !isShown(path) && isShown(parentOf(path)) && !passing.includes(path),
  );
}

// Items and entries go with their list or map, and tags can be taken away by an operation of their own.
function isSettable(path: MemberPath): boolean {
  return !/[[{]/.test(path) && path !== 'UserPoolId' && path !== 'UserPoolTags';
}

function parentOf(path: MemberPath): MemberPath {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')));
}

function setsLasting(lasting: readonly MemberPath[], one: Case): string | undefined {
  const steps = [...(one.steps ?? []), ...(one.prior?.steps ?? [])].map(({ body }) => body);
  const requests = [one.request, one.twin, one.prior?.update, ...steps].filter((request) => request !== undefined);
  const raw = one.raw?.body ?? Buffer.from(one.raw?.bytes ?? '', 'base64').toString('latin1');
  const path = lasting.find(
    (member) => raw.includes(`"${nameOf(member)}"`) || requests.some((request) => isSetBy(request, member)),
  );
  return path === undefined
    ? undefined
    : `It would set ${path}, which the pool does not show and no update is known to take away again.`;
}

function nameOf(path: MemberPath): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Whether a request sets a member, also by the other name under which the same setting goes. */
function isSetBy(request: JsonObject, path: MemberPath): boolean {
  const names = [path, ...mirrors.filter(({ members }) => members.includes(path)).flatMap(({ members }) => members)];
  return names.some((name) => valueAt(request, name) !== undefined);
}
