import { expect } from 'chai';
import type { Case } from '../../generators/cases/case.ts';
import { laneCreations } from '../../generators/cases/laneCreations.ts';
import { contractOf } from '../../specs/contract.ts';
import type { JsonObject } from '../../specs/json.ts';
import type { CaseOutcome } from '../execute/caseOutcome.ts';
import { findingId } from '../findings/findingId.ts';
import type { Deviation } from '../record/record.ts';
import { ShrinkAttempts, type WhileAllowed } from './shrinkAttempts.ts';
import type { ShrinkPools } from './shrinkPools.ts';

const contract = contractOf('2026-11-13', 'observed');

function deviation(clause: string, kind: Deviation['kind'], answerClass = '200'): Deviation {
  return { clause, member: 'PoolName', kind, level: 'must', expected: '', actual: '', answerClass };
}

const accepted = deviation('pool-name.max', 'accepted-invalid');

function one(more: Partial<Case> = {}): Case {
  const request = { UserPoolId: '{UserPoolId}' };
  const about = { clause: 'pool-name.max', member: 'PoolName', breaks: ['pool-name.max'], request } as const;
  return { id: 'x', phase: 'fuzz', ...about, ...more };
}

function outcome(testCase: Case, found: Deviation, request: JsonObject | string = testCase.request): CaseOutcome {
  const state = { before: null, after: null } as const;
  const answer = { kind: 'unanswered', why: 'not-sent', detail: '', ms: 0 } as const;
  const expectation = { kind: 'open', why: '' } as const;
  return { case: testCase, request, expectation, answer, ...state, verdict: { kind: 'deviates', deviations: [found] } };
}

/** Attempts for a finding; nothing is sent. */
function attempts(
  testCase: Case,
  found: Deviation,
  existing = false,
  whileAllowed: WhileAllowed = async (work) => work(),
): ShrinkAttempts {
  const setting = { contract, region: 'us-east-1', ...(existing ? { existing: {} } : {}) };
  const pools = { setting, sent: new Map() } as unknown as ShrinkPools;
  const rank = { phase: 0, size: 0 } as unknown as ConstructorParameters<typeof ShrinkAttempts>[1]['rank'];
  const finding = { id: findingId(found), deviation: found, outcome: outcome(testCase, found), rank, count: 1 };
  return new ShrinkAttempts(pools, finding, whileAllowed);
}

describe('an attempt hangs on the state of the pool', () => {
  const state = deviation('pool-name.sent', 'wrong-state', 'absent');
  const on = { UserPoolId: '{UserPoolId}', MfaConfiguration: 'ON' };
  const rows: readonly (readonly [string, Case, Deviation, boolean])[] = [
    ['not where the answer to a plain request shows it', one(), accepted, false],
    ['where the pool shows it', one(), state, true],
    ['where an answer is about a state', one(), deviation('pool-name.sent', 'rejected-valid'), true],
    ['where the pool cannot be read', one(), deviation('pool-name.max', 'server-fault', 'unreadable'), true],
    ['where the case has a prior state', one({ prior: { update: { PoolName: 'a' } } }), accepted, true],
    ['where it has factors', one({ prior: { mfa: {} } }), accepted, true],
    ['where it is a text', one({ raw: { body: '{}' } }), accepted, true],
    [
      'where it is about a rule on what the pool has',
      one({ breaks: ['mfa-configuration.factor'], request: on }),
      accepted,
      true,
    ],
  ];
  for (const [where, testCase, found, expected] of rows) {
    it(where, () => {
      expect(attempts(testCase, found).hangsOnState(testCase)).to.equal(expected);
    });
  }
});

describe('attempts', () => {
  it('are counted, and none is made once nothing may be sent any more', async () => {
    const stopped = attempts(one(), accepted, false, async () => undefined);
    expect([stopped.made, stopped.isStopped]).to.deep.equal([0, false]);
    for (const _turn of [1, 2]) {
      expect(await stopped.attempt(one())).to.equal(undefined);
      expect([stopped.made, stopped.isStopped]).to.deep.equal([1, true]);
    }
  });
});

describe('an attempt of which the state is known', () => {
  it('shows nothing where nothing could be sent', async () => {
    const state = deviation('pool-name.sent', 'wrong-state', 'absent');
    const stopped = attempts(one(), state, false, async () => undefined);
    for (const _turn of [1, 2]) expect(await stopped.attemptOnce(one())).to.equal(undefined);
    expect(stopped.made).to.equal(1);
  });
});

describe('an attempt of a refusal', () => {
  const refusal = deviation('pool-name.max', 'rejected-valid', '413');
  const made = async (status: number) => {
    const answer = {
      kind: 'answered',
      status,
      headers: {},
      text: '{}',
      body: {},
      error: status < 400 ? null : '',
      message: null,
      ms: 1,
    };
    const sent = { outcome: { ...outcome(one(), refusal), answer, verdict: { kind: 'conforms' } }, poolId: 'x' };
    const refused = attempts(one(), refusal, false, async () => ({ sent }) as never);
    for (const _turn of [1, 2]) await refused.attemptOnce(one());
    return refused.made;
  };

  it('is not made of a request that a new pool has accepted', async () => {
    expect([await made(200), await made(413)]).to.deep.equal([1, 2]);
  });
});

describe('the pools of an attempt', () => {
  it('are made as those of the lane, unless the run uses a pool that it was given', () => {
    for (const phase of ['examples', 'sequence', 'fuzz'] as const) {
      const made = attempts(one({ phase }), accepted).laneCreation();
      expect(made).to.deep.equal(laneCreations[phase] ?? {});
      expect(attempts(one({ phase }), accepted, true).laneCreation()).to.deep.equal({});
    }
    expect(attempts(one({ phase: 'examples' }), accepted).laneCreation()).to.have.property('AliasAttributes');
  });
});

describe('what an attempt shows', () => {
  const id = 'us-east-1_Abc';
  const shownBy = (testCase: Case, request?: JsonObject | string, creation: JsonObject = {}, found = accepted) =>
    attempts(testCase, accepted).shownBy(outcome(testCase, found, request), id, creation);

  it('is the request of the case, with the prior state that matters', () => {
    const shown = shownBy(one({ prior: { fresh: true, update: { PoolName: 'a' } } }), { UserPoolId: id });
    expect(shown).to.deep.include({ request: { UserPoolId: '{UserPoolId}' }, prior: { update: { PoolName: 'a' } } });
    expect(shown).not.to.have.property('creation');
  });

  it('is what was sent where the case is a text, with a place for the id of a pool', () => {
    const testCase = one({ raw: { body: 'x' } });
    expect(shownBy(testCase, `{"UserPoolId":"${id}",`)?.request).to.equal('{"UserPoolId":"{UserPoolId}",');
    expect(shownBy(testCase, { UserPoolId: id })?.request).to.deep.equal({ UserPoolId: '{UserPoolId}' });
  });

  it('has what the pool was made with, where that is something', () => {
    const creation = { AliasAttributes: ['email'] };
    expect(shownBy(one(), undefined, creation)).to.deep.include({ creation });
  });

  it('is nothing where another deviation came', () => {
    expect(shownBy(one(), undefined, {}, deviation('pool-name.min', 'accepted-invalid'))).to.equal(undefined);
  });
});
