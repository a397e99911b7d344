import { type Case, type Prior, poolPlaceholder, requestWithPoolId } from '../../generators/cases/case.ts';
import type { ClauseId } from '../../specs/clause.ts';
import type { Contract } from '../../specs/contract.ts';
import { isJsonObject, type JsonObject, type JsonValue, parsedJson } from '../../specs/json.ts';
import type { MemberPath } from '../../specs/member.ts';
import { createOperation, describeOperation, testedOperation } from '../../specs/operation.ts';
import { caseBytes } from '../execute/runWire.ts';
import { type Expectation, expectationOf } from '../oracle/expectation.ts';
import { type PoolState, poolStateOf } from '../oracle/poolState.ts';
import type { StateExpectation } from '../oracle/stateExpectation.ts';
import { wireExpectation } from '../oracle/wireExpectation.ts';
import { type PoolService, poolService } from '../targets/mock/poolService.ts';

/** A case with what the contract expects of it on a new pool that was brought into the case's prior state. */
export interface ExpectedCase extends Case {
  readonly expectation: ExpectationDetails;
}

/** What the oracle says, without what only a judge needs. */
export type ExpectationDetails =
  | { readonly kind: 'accepted'; readonly state: readonly StateTold[] }
  | { readonly kind: 'rejected'; readonly errors: readonly string[]; readonly clauses: readonly ClauseId[] }
  | { readonly kind: 'open'; readonly why: string };

/** What DescribeUserPool shows of a member afterwards: one of these, these entries among others, or anything but that. null stands for "not shown". */
export type StateTold = { readonly member: MemberPath; readonly clause: ClauseId } & (
  | { readonly oneOf: readonly JsonValue[] }
  | { readonly holds: JsonObject }
  | { readonly not: JsonValue }
);

/** Tells what is expected of cases one by one; the embedded mock brings the prior states about. */
export function expectationTeller(contract: Contract, region: string): (one: Case) => ExpectedCase {
  const service = poolService({ edition: contract.edition, basis: contract.basis, region });
  const pools = new Map<string, PreparedPool | undefined>();
  const prepared = (prior: Prior | undefined) => {
    const key = JSON.stringify([prior?.update ?? null, prior?.mfa ?? null]);
    if (!pools.has(key)) pools.set(key, prepare(contract, service, prior));
    return pools.get(key);
  };
  return (one) => ({
    ...one,
    expectation: expectationDetails(expectationFor(contract, region, one, prepared(one.prior))),
  });
}

interface PreparedPool {
  readonly id: string;
  readonly fresh: PoolState;
  readonly state: PoolState;
}

function prepare(contract: Contract, service: PoolService, prior: Prior | undefined): PreparedPool | undefined {
  const created = acceptedPool(service.handle(createOperation, { PoolName: 'poolproof' }));
  if (typeof created?.Id !== 'string') return undefined;
  const id = created.Id;
  const answers = [
    ...(prior?.update === undefined ? [] : [service.handle(testedOperation, { ...prior.update, UserPoolId: id })]),
    ...(prior?.mfa === undefined ? [] : [service.handle('SetUserPoolMfaConfig', { ...prior.mfa, UserPoolId: id })]),
  ];
  const shown = acceptedPool(service.handle(describeOperation, { UserPoolId: id }));
  if (shown === undefined || answers.some((answer) => 'error' in answer)) return undefined;
  return { id, fresh: poolStateOf(contract.edition, created), state: poolStateOf(contract.edition, shown, prior?.mfa) };
}

function acceptedPool(answer: ReturnType<PoolService['handle']>): JsonObject | undefined {
  const pool = 'ok' in answer ? answer.ok.UserPool : undefined;
  return isJsonObject(pool) ? pool : undefined;
}

function expectationFor(
  contract: Contract,
  region: string,
  one: Case,
  pool: PreparedPool | undefined,
): Expectation | undefined {
  if (one.fault !== undefined) return { kind: 'rejected', errors: [one.fault.error], broken: [] };
  if (one.steps !== undefined) return { kind: 'open', why: 'what the steps before it came to decides' };
  if (one.parallel !== undefined) return { kind: 'open', why: 'any order of the requests is right' };
  if (pool === undefined) return { kind: 'open', why: 'the prior state could not be brought about' };
  const scene = { contract, region, fresh: pool.fresh };
  if (one.raw !== undefined) {
    const body = caseBytes(one, one.raw, pool.id).toString('utf8');
    return wireExpectation({ ...scene, clause: one.clause, body, value: parsedJson(body), prior: pool.state });
  }
  const request = requestWithPoolId(one.request, pool.id);
  const isKnown = one.request.UserPoolId === poolPlaceholder;
  return expectationOf({ ...scene, request, prior: isKnown ? pool.state : null });
}

function expectationDetails(expectation: Expectation | undefined): ExpectationDetails {
  switch (expectation?.kind) {
    case undefined:
      return { kind: 'open', why: 'the body cannot be read' };
    case 'open':
      return { kind: 'open', why: expectation.why };
    case 'accepted':
      return { kind: 'accepted', state: expectation.state.map(stateTold) };
    case 'rejected':
      return { kind: 'rejected', errors: expectation.errors, clauses: expectation.broken.map(({ id }) => id) };
  }
}

function stateTold({ member, clause, demands }: StateExpectation): StateTold {
  switch (demands.kind) {
    case 'one-of':
      return { member, clause, oneOf: demands.values.map((value) => value ?? null) };
    case 'holds':
      return { member, clause, holds: demands.entries };
    case 'not':
      return { member, clause, not: demands.value ?? null };
  }
}
