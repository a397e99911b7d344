import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import type { JsonObject } from '../../specs/json.ts';
import { createOperation, testedOperation } from '../../specs/operation.ts';
import type { CaseSetting } from '../execute/caseOutcome.ts';
import { findingId } from '../findings/findingId.ts';
import { rankOf } from '../findings/rank.ts';
import type { RawFinding } from '../findings/rawFinding.ts';
import type { Deviation } from '../record/record.ts';
import { readAnswer } from '../transport/readAnswer.ts';
import type { Transport } from '../transport/transport.ts';
import { showTogether } from './showTogether.ts';
import { ShrinkPools } from './shrinkPools.ts';

const contract = contractOf('2026-11-13', 'observed');

/** A server that takes any plan and any feature, but a feature only on a pool whose plan was set. */
function planServer(): Transport {
  const tiers = new Map<string, unknown>();
  const send = async (operation: string, body: string) => {
    const { UserPoolId = `us-east-1_${tiers.size}`, ...members } = JSON.parse(body);
    if (operation === createOperation) tiers.set(UserPoolId, undefined);
    const isRefused =
      operation === testedOperation && 'UserPoolAddOns' in members && tiers.get(UserPoolId) === undefined;
    if (operation === testedOperation && 'UserPoolTier' in members) tiers.set(UserPoolId, members.UserPoolTier);
    const pool = { Id: UserPoolId, Name: 'a' };
    return isRefused
      ? readAnswer(400, {}, JSON.stringify({ __type: 'FeatureUnavailableInTierException', message: 'no' }), 1)
      : readAnswer(200, {}, JSON.stringify(operation === testedOperation ? {} : { UserPool: pool }), 1);
  };
  return { sent: () => 0, route: () => 'root', send, close: () => {} };
}

/** A server that refuses texts until a pool has a name of its own, and names them all wrongly. */
function forgetfulServer(): Transport {
  const named = new Set<unknown>();
  let made = 0;
  const send = async (operation: string, body: string) => {
    const { UserPoolId = `us-east-1_${made}`, ...members } = JSON.parse(body);
    made += operation === createOperation ? 1 : 0;
    const isRefused = operation === testedOperation && !('PoolName' in members) && named.has(UserPoolId);
    if ('PoolName' in members && operation === testedOperation) named.add(UserPoolId);
    return isRefused
      ? readAnswer(400, {}, JSON.stringify({ __type: 'NotAuthorizedException', message: 'no' }), 1)
      : readAnswer(200, {}, JSON.stringify(operation === testedOperation ? {} : { UserPool: { Id: UserPoolId } }), 1);
  };
  return { sent: () => 0, route: () => 'root', send, close: () => {} };
}

/** A valid request that was refused in the run. */
function refusedIn(clause: string, member: string, request: JsonObject): RawFinding {
  const { outcome, deviation, ...rest } = taken(clause, member, request);
  const refusal: Deviation = { ...deviation, kind: 'rejected-valid', answerClass: 'NotAuthorizedException' };
  const body = JSON.stringify({ __type: 'NotAuthorizedException', message: 'no' });
  const testCase = { ...outcome.case, breaks: [] };
  return {
    ...rest,
    id: findingId(refusal),
    deviation: refusal,
    outcome: { ...outcome, case: testCase, answer: readAnswer(400, {}, body, 1) },
  };
}

function taken(clause: string, member: string, request: JsonObject): RawFinding {
  const deviation: Deviation = {
    clause,
    member,
    kind: 'accepted-invalid',
    level: 'must',
    expected: '',
    actual: '',
    answerClass: '200',
  };
  const breaks = [clause];
  const sent = { UserPoolId: '{UserPoolId}', ...request };
  const testCase = { id: clause, phase: 'boundary', clause, member, breaks, request: sent } as const;
  const outcome = {
    case: testCase,
    request: sent,
    expectation: { kind: 'rejected', errors: [], broken: [] },
    answer: readAnswer(200, {}, '{}', 1),
    before: null,
    after: null,
    verdict: { kind: 'deviates', deviations: [deviation] },
  } as const;
  return { id: findingId(deviation), deviation, outcome, count: 1, rank: rankOf(testCase) };
}

describe('smallest requests that are sent to one pool', () => {
  it('are shown by none that was taken only for what another left behind', async () => {
    const tier = taken('user-pool-tier.enum', 'UserPoolTier', { UserPoolTier: 'a' });
    const feature = taken('user-pool-add-ons.advanced-security-mode.enum', 'UserPoolAddOns.AdvancedSecurityMode', {
      UserPoolAddOns: { AdvancedSecurityMode: 'a' },
    });
    const setting = { contract, region: 'us-east-1', transport: planServer() } as unknown as CaseSetting;
    const shown = await showTogether(new ShrinkPools(setting), [tier, feature], async (work) => work(), 1);
    expect(shown.get(feature.id)).to.equal('not shown');
    expect(shown.get(tier.id)).to.have.property('reproduced', true);
  });

  it('share it no longer once a refused one is accepted, which may be why the next is refused', async () => {
    const [name, addOns] = [
      refusedIn('pool-name.max', 'PoolName', { PoolName: 'a' }),
      refusedIn('user-pool-add-ons.advanced-security-mode.enum', 'UserPoolAddOns.AdvancedSecurityMode', {
        UserPoolAddOns: { AdvancedSecurityMode: 'OFF' },
      }),
    ];
    const setting = { contract, region: 'us-east-1', transport: forgetfulServer() } as unknown as CaseSetting;
    const shown = await showTogether(new ShrinkPools(setting), [name, addOns], async (work) => work(), 1);
    expect([...shown]).to.deep.equal([[name.id, 'not shown']]);
  });

  it('are none with several members, each of which may leave something behind', async () => {
    const both = taken('user-pool-tier.enum', 'UserPoolTier', { UserPoolTier: 'a', PoolName: '' });
    const setting = { contract, region: 'us-east-1', transport: planServer() } as unknown as CaseSetting;
    const shown = await showTogether(new ShrinkPools(setting), [both], async (work) => work(), 1);
    expect([...shown]).to.deep.equal([]);
  });
});
