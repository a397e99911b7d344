import { type Case, type Prior, poolPlaceholder, requestJson, requestWithPoolId } from '../../generators/cases/case.ts';
import type { Contract } from '../../specs/contract.ts';
import type { JsonObject } from '../../specs/json.ts';
import { memoizeByObject } from '../../specs/memoize.ts';
import { expectationOf } from '../oracle/expectation.ts';
import type { PoolState } from '../oracle/poolState.ts';
import type { Deviation } from '../record/record.ts';

/** The pool that a reading is about: what a new pool of the target shows. */
export interface OraclePool {
  readonly contract: Contract;
  readonly region: string;
  readonly fresh: PoolState;
}

/** What the oracle says of a request in a prior state, as far as shrinking has to keep it; equal texts mean the same. */
export type OracleReading = string;

/** The id under which a request is read; any well-formed one will do. */
export const readId = 'us-east-1_Poolproof';

/**
 * Reads cases on a new pool: which clauses they break, or that they are accepted with a state in which the deviation's member is
 * judged by the deviation's clause. A smaller request with the same reading may show the same deviation, any other cannot. The ways
 * to make a case smaller lead to the same requests again and again, so what was read once is kept.
 */
export class OracleReader {
  readonly pool: OraclePool;
  readonly deviation: Deviation;
  private readonly known = new Map<Case['prior'], Map<string, OracleReading>>();

  constructor(pool: OraclePool, deviation: Deviation) {
    this.pool = pool;
    this.deviation = deviation;
  }

  read(one: Pick<Case, 'request' | 'prior'>): OracleReading {
    const readings = this.known.get(one.prior) ?? new Map<string, OracleReading>();
    this.known.set(one.prior, readings);
    const text = requestJson(one.request);
    const reading = readings.get(text) ?? readingOf(this.pool, one, this.deviation);
    readings.set(text, reading);
    return reading;
  }
}

function readingOf(
  { contract, region, fresh }: OraclePool,
  { request, prior }: Pick<Case, 'request' | 'prior'>,
  { clause, member }: Deviation,
): OracleReading {
  const expectation = expectationOf({
    contract,
    region,
    request: requestWithPoolId(request, readId),
    prior: request.UserPoolId === poolPlaceholder ? stateAfter(fresh, prior) : null,
    fresh,
  });
  switch (expectation.kind) {
    case 'rejected':
      return `rejected ${expectation.broken
        .map(({ id }) => id)
        .toSorted()
        .join(' ')}`;
    case 'accepted':
    case 'open':
      return `${expectation.kind} ${(expectation.state ?? []).some((one) => one.clause === clause && one.member === member)}`;
  }
}

/** Whether a prior state can be reached as the case would reach it: by an update that breaks nothing on a new pool. */
export function isReachable({ contract, region, fresh }: OraclePool, update: JsonObject): boolean {
  const request = { UserPoolId: readId, ...update };
  return expectationOf({ contract, region, request, prior: fresh, fresh }).kind !== 'rejected';
}

const statesAfter = memoizeByObject((fresh: PoolState) =>
  // Members are replaced whole, which is near enough for a guess that the target has to confirm.
  memoizeByObject(
    ({ update = {}, mfa = {} }: Prior): PoolState => ({
      ...fresh,
      members: { ...fresh.members, ...update },
      factors: { ...fresh.factors, ...mfa },
    }),
  ),
);

function stateAfter(fresh: PoolState, prior: Prior | undefined): PoolState {
  const isNew = prior?.update === undefined && prior?.mfa === undefined;
  return isNew ? fresh : statesAfter(fresh)(prior);
}
