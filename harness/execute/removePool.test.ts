import { expect } from 'chai';
import fc from 'fast-check';
import { type Case, phases, requestWithPoolId } from '../../generators/cases/case.ts';
import { contractOf } from '../../specs/contract.ts';
import type { JsonObject } from '../../specs/json.ts';
import { plan } from '../plan/plan.ts';
import { type PoolService, poolService } from '../targets/mock/poolService.ts';
import { isAccepted } from '../transport/answer.ts';
import { directTransport } from '../transport/directTransport.ts';
import { createdId } from '../transport/poolLedger.ts';
import { readAnswer } from '../transport/readAnswer.ts';
import type { Transport } from '../transport/transport.ts';
import { removePool } from './removePool.ts';

const contract = contractOf('2026-11-13', 'observed');
const { edition, basis } = contract;
const scene = { edition, basis, region: 'us-east-1', account: '123456789012', fixtures: {} };

/** The requests of a case in order, all of which set deletion protection. */
function requestsOf({ prior, withinBound, request, steps = [], parallel = [] }: Case): readonly Request[] {
  const update = (body: JsonObject): Request => ({ operation: 'UpdateUserPool', body });
  const mfa = (body: JsonObject): Request => ({ operation: 'SetUserPoolMfaConfig', body });
  return [
    ...(prior?.update === undefined ? [] : [update(prior.update)]),
    ...(prior?.mfa === undefined ? [] : [mfa(prior.mfa)]),
    ...(prior?.steps ?? []),
    ...(withinBound === undefined ? [] : [update(withinBound)]),
    ...steps,
    ...parallel,
    update(request),
  ].filter(({ operation }) => operation === 'UpdateUserPool' || operation === 'SetUserPoolMfaConfig');
}

interface Request {
  readonly operation: string;
  readonly body: JsonObject;
}

function newPool(service: PoolService): string {
  const made = service.handle('CreateUserPool', {
    PoolName: 'poolproof-scratch',
    UserPoolTags: { poolproof: 'scratch' },
  });
  return ('ok' in made && createdId(made.ok)) || '';
}

function apply(service: PoolService, id: string, { operation, body }: Request): void {
  const protection = operation === 'UpdateUserPool' ? { DeletionProtection: 'ACTIVE' } : {};
  service.handle(operation, { ...requestWithPoolId(body, id), ...protection, UserPoolId: id });
}

function poolsIn(service: PoolService): unknown {
  const listed = service.handle('ListUserPools', { MaxResults: 60 });
  return 'ok' in listed ? listed.ok.UserPools : [];
}

/** A request of any case, money-costing ones included: each may be the last that a killed run sent. */
const requests = plan({ scene, phases, seed: 11, cases: 600 }).flatMap((lane) => [...lane.cases].flatMap(requestsOf));

/** The service without HTTP: thousands of pools are deleted here. */
function transportTo(pools: PoolService): Transport {
  return {
    sent: () => 0,
    route: undefined,
    close: () => {},
    send: async (operation, body) => {
      const answer = pools.handle(operation, JSON.parse(body));
      return 'ok' in answer
        ? readAnswer(200, {}, JSON.stringify(answer.ok), 0)
        : readAnswer(400, {}, JSON.stringify({ __type: answer.error.name, message: answer.error.message }), 0);
    },
  };
}

const service = poolService({ edition, basis, region: 'us-east-1' });

async function expectRemovable(leftBehind: readonly Request[]): Promise<void> {
  const id = newPool(service);
  for (const request of leftBehind) apply(service, id, request);
  const answer = await removePool(transportTo(service), id);
  expect(isAccepted(answer), JSON.stringify([answer, leftBehind])).to.equal(true);
  expect(poolsIn(service)).to.deep.equal([]);
}

describe('removePool', () => {
  it('deletes a protected pool after any single request of any phase', async () => {
    expect(requests.length).to.be.above(1500);
    for (const request of requests) await expectRemovable([request]);
  });

  it('deletes a protected pool in the state that any requests leave', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...requests), { minLength: 2, maxLength: 6 }), expectRemovable),
      { numRuns: 300 },
    ));

  it('deletes a protected pool of a target that hangs at any update with a name', async () => {
    const id = newPool(service);
    apply(service, id, { operation: 'UpdateUserPool', body: { PoolName: 'x' } });
    const answering = transportTo(service);
    const hanging: Transport = {
      ...answering,
      send: async (operation, body) =>
        operation === 'UpdateUserPool' && body.includes('"PoolName"')
          ? { kind: 'unanswered', why: 'timeout', detail: 'no answer', ms: 1 }
          : answering.send(operation, body),
    };
    expect(isAccepted(await removePool(hanging, id))).to.equal(true);
    expect(poolsIn(service)).to.deep.equal([]);
  });

  it('says what the target answered where it does not delete', async () => {
    const transport = directTransport(async () => new Response('{}', { status: 500 }), 10_000);
    expect(await removePool(transport, 'us-east-1_Kept')).to.include({ kind: 'answered', status: 500 });
    expect(transport.sent()).to.equal(1);
  });
});
