import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import type { JsonObject } from '../../specs/json.ts';
import { accepted, answered, refused, unanswered } from '../judge/trialFixtures.ts';
import type { Deviation, Verdict } from '../record/record.ts';
import type { Answer } from '../transport/answer.ts';
import { withFreshConnection } from '../transport/tracingAgents.ts';
import type { CaseOutcome, CaseSetting } from './caseOutcome.ts';
import { lostTarget } from './lostTarget.ts';
import { needsState } from './needsState.ts';

const contract = contractOf('2026-11-13', 'observed');
const region = 'us-east-1';

/** A target that answers everything so; counts the requests. */
function answering(answer: Answer) {
  let sent = 0;
  const send = async () => {
    sent += 1;
    return answer;
  };
  const setting: CaseSetting = {
    contract,
    region,
    transport: { send, sent: () => sent, route: () => undefined, close: () => {} },
  };
  return { setting, sent: () => sent };
}

function outcomeWith(...found: readonly Pick<Deviation, 'kind' | 'answerClass'>[]): CaseOutcome {
  const about = { clause: 'pool-name.max', member: 'PoolName', level: 'must', expected: '', actual: '' } as const;
  const verdict: Verdict =
    found.length === 0
      ? { kind: 'conforms' }
      : { kind: 'deviates', deviations: found.map((one) => ({ ...about, ...one })) };
  return {
    case: { id: 'x', phase: 'boundary', clause: 'pool-name.max', member: 'PoolName', breaks: [], request: {} },
    request: {},
    expectation: { kind: 'accepted', state: [] },
    answer: accepted,
    before: null,
    after: null,
    verdict,
  };
}

const reset = { kind: 'server-fault', answerClass: 'reset' } as const;
const unreadable = { kind: 'server-fault', answerClass: 'unreadable' } as const;
const refusedValid = { kind: 'rejected-valid', answerClass: 'InvalidParameterException' } as const;

describe('a broken connection or an unreadable pool', () => {
  it('says nothing of the case where the target answers nothing any more: it was killed in mid-run', async () => {
    for (const why of ['refused', 'reset'] as const)
      for (const symptom of [reset, unreadable])
        expect(await lostTarget(answering(unanswered(why)).setting, outcomeWith(symptom))).to.include({
          kind: 'target-gone',
        });
  });

  it('says nothing of the case where the target throttles: whoever throttles reads too refuses to show a pool', async () => {
    const throttling = answering(refused('TooManyRequestsException')).setting;
    expect(await lostTarget(throttling, outcomeWith(unreadable))).to.deep.equal({ kind: 'throttled-reading' });
    expect(await lostTarget(answering(answered(429, '')).setting, outcomeWith(reset))).to.deep.equal({
      kind: 'throttled-reading',
    });
  });

  it('is the fault of the request where the target goes on answering, or is slow', async () => {
    for (const answer of [refused('ResourceNotFoundException'), unanswered('timeout')])
      expect(await lostTarget(answering(answer).setting, outcomeWith(reset, refusedValid))).to.equal(undefined);
  });

  it('is asked after at no other time, which would cost a request for each case', async () => {
    const quiet = answering(unanswered('refused'));
    const others = [
      outcomeWith(),
      outcomeWith(refusedValid),
      outcomeWith({ kind: 'server-fault', answerClass: '500' }),
      outcomeWith({ kind: 'no-answer', answerClass: 'timeout' }),
    ];
    for (const outcome of others) expect(await lostTarget(quiet.setting, outcome)).to.equal(undefined);
    expect(quiet.sent()).to.equal(0);
  });
});

describe('a connection that the server closed', () => {
  /** Attempts that end so; each may go over a new connection, which only the agents know. */
  async function attempts(results: readonly string[], most: number): Promise<readonly [string, number]> {
    let made = 0;
    const send = async () => results[Math.min(made++, results.length - 1)] ?? '';
    return [await withFreshConnection(send, (result) => result === 'lost', most), made];
  }

  it('is used by nobody again: the request goes over another, since the server has never seen it', async () => {
    expect(await attempts(['lost', 'lost', 'answered'], 4)).to.deep.equal(['answered', 3]);
  });

  it('is no reason to try for ever, nor to send again what was answered', async () => {
    expect(await attempts(['lost'], 2)).to.deep.equal(['lost', 3]);
    expect(await attempts(['answered'], 4)).to.deep.equal(['answered', 1]);
  });
});

describe('a target that shows no pools', () => {
  const needs = (clause: string, request: JsonObject, keepsPools?: boolean) => {
    const about = { id: 'x', phase: 'boundary', clause, member: '', breaks: [], request } as const;
    return needsState({ ...answering(accepted).setting, ...(keepsPools === undefined ? {} : { keepsPools }) }, about);
  };

  it('is not held to what becomes of a member', () => {
    expect(needs('pool-name.sent', { PoolName: 'a' })).to.equal(true);
    expect(needs('pool-name.max', { PoolName: 'a' })).to.equal(false);
    expect(needs('no-such-clause', {})).to.equal(false);
  });

  it('is not held to a rule that the pool decides, and to one that the request decides it is', () => {
    expect(needs('mfa-configuration.factor', { MfaConfiguration: 'ON' })).to.equal(true);
    const RecoveryMechanisms = [1, 2].map(() => ({ Priority: 1, Name: 'verified_email' }));
    const twice = { AccountRecoverySetting: { RecoveryMechanisms } };
    expect(needs('account-recovery-setting.recovery-mechanisms.unique-names', twice)).to.equal(false);
  });

  it('is not held to knowing which pools there are, where it has none at all', () => {
    expect(needs('user-pool-id.exists', {}, false)).to.equal(true);
    expect(needs('user-pool-id.exists', {}, true)).to.equal(false);
    expect(needs('user-pool-id.exists', {})).to.equal(false);
  });
});
