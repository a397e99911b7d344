import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { expectationOf } from '../oracle/expectation.ts';
import type { PoolState } from '../oracle/poolState.ts';
import { defaultPool } from '../targets/mock/defaultPool.ts';
import { readAnswer } from '../transport/readAnswer.ts';
import { judge } from './judge.ts';
import { judgeWire } from './judgeWire.ts';
import { deviationsOf } from './verdictOf.ts';

// What the contract says of answers and states that servers were seen to give.
const contract = contractOf('2026-11-13', 'observed');
const amz = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': 'x' };
const fresh: PoolState = { members: defaultPool(contract.edition), factors: {}, fixed: { Id: 'us-east-1_A' } };

describe('answers', () => {
  it('may have a namespace in __type, but no name in the header alone and nothing behind a colon', () => {
    const level = (body: JsonObject, headers = {}) => {
      const found = wire(400, body, headers);
      return found.map(({ clause, level: at }) => `${clause} ${at}`);
    };
    const name = 'ResourceNotFoundException';
    expect(level({ __type: `com.amazonaws.cognito#${name}`, message: 'x' })).to.deep.equal([
      'wire.error-namespace may',
    ]);
    expect(level({ message: 'x' }, { 'x-amzn-errortype': name })).to.deep.equal(['wire.error-type must']);
    expect(level({ __type: `${name}:http://x/`, message: 'x' })).to.deep.equal(['wire.error-type must']);
  });

  it('have the content type of the protocol, the empty ones too', () => {
    const clauses = (type: string, body: JsonObject | undefined) =>
      wire(200, body, { 'content-type': type }).map(({ clause }) => clause);
    expect(clauses('application/x-amz-json-1.0', {})).to.deep.equal(['wire.content-type']);
    expect(clauses('text/html', undefined)).to.deep.equal(['wire.content-type']);
    expect(clauses('application/json', {})).to.deep.equal([]);
    expect(clauses('', undefined)).to.deep.equal([]);
  });

  it('have a Date that clients do not take for a wrong clock, where they are errors', () => {
    const at = (date: string, status: number, body: JsonObject) =>
      wire(status, body, { date }).map(({ clause }) => clause);
    const refusal = { __type: 'InvalidParameterException', message: 'x' };
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toUTCString();
    expect(at(ago(10), 400, refusal)).to.deep.equal(['wire.date-header']);
    expect(at(ago(-60), 400, refusal)).to.deep.equal(['wire.date-header']);
    expect(at(ago(4), 400, refusal)).to.deep.equal([]);
    expect(at(ago(60), 200, {})).to.deep.equal([]);
  });
});

describe('a fault of the server', () => {
  it('is as sure whatever the request was about', () => {
    for (const clause of ['wire.no-json', 'wire.empty-body', 'wire.unusual-json', 'pool-name.max']) {
      const trial = { contract, clause, member: '', before: null, after: null } as const;
      const expectation = { kind: 'open', why: '' } as const;
      const fault = judge({ ...trial, expectation, answer: readAnswer(500, {}, '', 1) });
      const silence = judge({
        ...trial,
        expectation,
        answer: { kind: 'unanswered', why: 'timeout', detail: '', ms: 1 },
      });
      expect(
        [fault, silence].flatMap(deviationsOf).map(({ level }) => level),
        clause,
      ).to.deep.equal(['must', 'must']);
    }
  });
});

describe('the state of a pool', () => {
  it('is not judged by what is left out of a structure that is sent empty', () => {
    const policies = { PasswordPolicy: { MinimumLength: 20, TemporaryPasswordValidityDays: 3 } };
    const reset = { ...fresh, members: { ...fresh.members } };
    expect(state({ Policies: {} }, { Policies: policies }, reset)).to.deep.equal([]);
    const DcrConfiguration = { EnableStatus: 'Disabled', OpenDcrEnabled: true };
    expect(state({ DcrConfiguration: {} }, { DcrConfiguration }, { DcrConfiguration })).to.deep.equal([]);
    const LambdaConfig = { PreSignUp: 'arn:aws:lambda:us-east-1:123456789012:function:a' };
    expect(state({ LambdaConfig: {} }, { LambdaConfig }, { LambdaConfig })).to.deep.equal([
      'lambda-config.empty should unchanged',
    ]);
  });

  it('does not keep what an omission resets and an empty value takes away', () => {
    const prior = { AutoVerifiedAttributes: ['email'] };
    expect(state({ AutoVerifiedAttributes: [] }, prior, prior)).to.deep.equal([
      'auto-verified-attributes.empty should unchanged',
    ]);
    expect(state({ AutoVerifiedAttributes: [] }, prior, { AutoVerifiedAttributes: [] })).to.deep.equal([]);
  });

  it('keeps an EmailConfiguration of the default sender', () => {
    expect(state({ PoolName: 'u' }, {}, { PoolName: 'u', EmailConfiguration: null })).to.include(
      'email-configuration.omitted must absent',
    );
  });

  it('deviates in one way where a member has no effect, whatever it was before', () => {
    const request = { UserPoolTags: { a: 'b' } };
    expect(state(request, {}, {})).to.deep.equal(['user-pool-tags.sent should unchanged']);
    expect(state(request, { UserPoolTags: { c: 'd' } }, { UserPoolTags: { c: 'd' } })).to.deep.equal([
      'user-pool-tags.sent should unchanged',
    ]);
  });
});

describe('members that the contract does not have', () => {
  const clause = 'request.unknown-members-ignored may';

  it('are taken for no other, in whatever letters', () => {
    expect(state({ mfaconfiguration: 'ON' }, {}, { MfaConfiguration: 'ON' })).to.deep.equal([`${clause} taken`]);
    expect(state({ userPoolTags: { a: 'b' } }, {}, { UserPoolTags: { a: 'b' } })).to.deep.equal([`${clause} taken`]);
    expect(state({ mfaconfiguration: 'ON' }, {}, {})).to.deep.equal([]);
    const policies = { PasswordPolicy: { MinimumLength: 12 } };
    const stored = state({ policies }, { Policies: { PasswordPolicy: { MinimumLength: 8 } } }, { Policies: policies });
    expect(stored).to.deep.equal([`${clause} taken`]);
  });

  it('are taken for no member that is only lost as the request leaves it out', () => {
    const prior = { MfaConfiguration: 'OFF', UserPoolTags: { a: 'b' } };
    const lost = { UserPoolTags: {}, MfaConfiguration: null };
    const request = { mfaconfiguration: 'ON', userpooltags: { Wire: '1' } };
    const omitted = ['mfa-configuration.omitted must absent', 'user-pool-tags.omitted must absent'];
    expect(state(request, prior, lost)).to.deep.equal(omitted);
    expect(state({}, prior, lost)).to.deep.equal(omitted);
    const merged = { ...prior, UserPoolTags: { a: 'b', Wire: '1' } };
    expect(state(request, prior, merged)).to.deep.equal([`${clause} taken`]);
  });

  it('are not stored in structures and lists', () => {
    const PasswordPolicy = { MinimumLength: 8, Strange: 'x' };
    const RecoveryMechanisms = [{ Name: 'verified_email', Priority: 1, Strange: 1 }];
    for (const request of [{ Policies: { PasswordPolicy } }, { AccountRecoverySetting: { RecoveryMechanisms } }]) {
      const shown = state(request, {}, request).filter((each) => each.startsWith('request.') || each.includes('.sent'));
      expect(shown).to.deep.equal([`${clause} stored`]);
    }
  });

  it('are not stored where they say nothing, or where a pool showed more than the edition knows before', () => {
    const PasswordPolicy = { MinimumLength: 8, Strange: {} };
    expect(state({ Policies: { PasswordPolicy } }, {}, { Policies: { PasswordPolicy } })).not.to.include(
      `${clause} stored`,
    );
    const later = { Policies: { PasswordPolicy: { MinimumLength: 8, Later: 1 } } };
    expect(state({ Strange: 1 }, later, later)).to.deep.equal([]);
  });

  it('overwrite nothing that a pool shows, and all of that is equally sure', () => {
    const after = {
      ...fresh,
      fixed: { Id: 'us-east-1_A', Arn: 'x' },
      members: { ...fresh.members, PoolName: 'other' },
    };
    const found = state({ name: 'other', arn: 'x' }, {}, after);
    expect(found).to.deep.equal(['pool-name.omitted must other-value', 'request.untouchable must Arn']);
  });
});

describe('an existing pool', () => {
  it('tells nothing of defaults: what an omission resets is gone', () => {
    const AutoVerifiedAttributes = ['email'];
    const settings = { AttributesRequireVerificationBeforeUpdate: ['email'] };
    const members = { ...fresh.members, AutoVerifiedAttributes, UserAttributeUpdateSettings: settings };
    const pool = { ...fresh, members };
    const scene = { contract, region: 'us-east-1', prior: pool, fresh: { ...pool, existing: true } as const };
    const expectation = expectationOf({ ...scene, request: { UserPoolId: 'us-east-1_A', PoolName: 'u' } });
    expect(expectation.kind).to.equal('rejected');
  });
});

function wire(status: number, body: JsonObject | undefined, headers: Readonly<Record<string, string>> = {}) {
  const text = body === undefined ? '' : JSON.stringify(body);
  return judgeWire(contract, readAnswer(status, { ...amz, ...headers }, text, 1));
}

/** Clause, level and symptom of every deviation of an accepted request that led from one state to another. */
function state(request: JsonObject, prior: JsonObject, after: JsonObject | PoolState): readonly string[] {
  const before: PoolState = { ...fresh, members: { ...fresh.members, ...prior } };
  const shown =
    'fixed' in after && isPool(after) ? after : { ...before, members: defined({ ...before.members, ...after }) };
  const whole = { UserPoolId: 'us-east-1_A', ...request };
  const expectation = expectationOf({ contract, region: 'us-east-1', request: whole, prior: before, fresh });
  const answer = readAnswer(200, amz, '{}', 1);
  const verdict = judge({
    contract,
    clause: 'wire.success-status',
    member: '',
    expectation,
    answer,
    before,
    after: shown,
  });
  return deviationsOf(verdict).map(({ clause, level, answerClass }) => `${clause} ${level} ${answerClass}`);
}

function isPool(value: JsonObject | PoolState): value is PoolState {
  return isJsonObject(value.members as JsonValue | undefined);
}

function defined(members: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null));
}
