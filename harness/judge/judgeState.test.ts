import { expect } from 'chai';
import type { JsonObject, JsonValue } from '../../specs/json.ts';
import type { StateExpectation } from '../oracle/stateExpectation.ts';
import type { Deviation } from '../record/record.ts';
import { dateFormDeviations } from './judgeDates.ts';
import { changedMembers, judgeState, poolIdDeviations } from './judgeState.ts';
import { contract, plainPool, pool } from './trialFixtures.ts';

/** Deviations in one line: level, clause, member, kind and answer class of each. */
function lineOf(deviations: readonly Deviation[]): string {
  return deviations
    .map(({ level, clause, member, kind, answerClass }) => `${level} ${clause} ${member} ${kind} ${answerClass}`)
    .join('; ');
}

type Demands = StateExpectation['demands'];

function demand(member: string, demands: Demands, clause: string, level: StateExpectation['level']): StateExpectation {
  return { member, clause, level, demands };
}

const oneOf = (...values: readonly (JsonValue | undefined)[]): Demands => ({ kind: 'one-of', values });
const name = (demands: Demands) => demand('PoolName', demands, 'pool-name.sent', 'must');
const tags = (demands: Demands) => demand('UserPoolTags', demands, 'user-pool-tags.sent', 'should');
const lists = (demands: Demands) => demand('AutoVerifiedAttributes', demands, 'auto-verified-attributes.sent', 'must');
const policy = (member: string, demands: Demands, level: StateExpectation['level'] = 'must') =>
  demand(member, demands, 'policies.password-policy.omitted', level);

const both = ['email', 'phone_number'];
const length = 'Policies.PasswordPolicy.MinimumLength';
const longer = { Policies: { PasswordPolicy: { MinimumLength: 12 } } };

/** What was expected, the pool before and after, and what that comes to. */
const table: readonly (readonly [string, readonly StateExpectation[], JsonObject, JsonObject, string])[] = [
  ['a value that is shown', [name(oneOf('a'))], {}, { PoolName: 'a' }, ''],
  ['one of two values', [name(oneOf('a', 'b'))], {}, { PoolName: 'b' }, ''],
  ['another value', [name(oneOf('a'))], {}, { PoolName: 'b' }, 'must pool-name.sent PoolName wrong-state other-value'],
  [
    'the value from before',
    [name(oneOf('a'))],
    { PoolName: 'b' },
    { PoolName: 'b' },
    'must pool-name.sent PoolName wrong-state unchanged',
  ],
  ['no value any more', [name(oneOf('a'))], { PoolName: 'b' }, {}, 'must pool-name.sent PoolName wrong-state absent'],
  ['a member that is gone as it should be', [name(oneOf(undefined))], { PoolName: 'b' }, {}, ''],
  [
    'an empty object in place of nothing',
    [tags(oneOf(undefined))],
    { UserPoolTags: { a: 'b' } },
    { UserPoolTags: {} },
    '',
  ],
  [
    'entries among others',
    [tags({ kind: 'holds', entries: { a: '1' } })],
    {},
    { UserPoolTags: { a: '1', b: '2' } },
    '',
  ],
  [
    'an entry with another value',
    [tags({ kind: 'holds', entries: { a: '1' } })],
    {},
    { UserPoolTags: { a: '2' } },
    'should user-pool-tags.sent UserPoolTags wrong-state other-value',
  ],
  [
    'an entry that every object inherits',
    [tags({ kind: 'holds', entries: { constructor: '1' } })],
    {},
    { UserPoolTags: { a: '2' } },
    'should user-pool-tags.sent UserPoolTags wrong-state other-value',
  ],
  ['anything but a value', [name({ kind: 'not', value: 'a' })], { PoolName: 'a' }, { PoolName: 'b' }, ''],
  [
    'the value that it should not be',
    [name({ kind: 'not', value: 'a' })],
    { PoolName: 'a' },
    { PoolName: 'a' },
    'must pool-name.sent PoolName wrong-state unchanged',
  ],
  ['a list in its order', [lists(oneOf(both))], {}, { AutoVerifiedAttributes: both }, ''],
  [
    'a list in another order',
    [lists(oneOf(both, both.toReversed()))],
    {},
    { AutoVerifiedAttributes: both.toReversed() },
    'may request.list-order AutoVerifiedAttributes wrong-state reordered',
  ],
  [
    'a member and the structure around it: the member says it',
    [policy('Policies.PasswordPolicy', oneOf({ MinimumLength: 8 })), policy(length, oneOf(8))],
    {},
    longer,
    `must policies.password-policy.omitted ${length} wrong-state other-value`,
  ],
  [
    'a member on weaker evidence than the structure around it: both say it',
    [policy('Policies.PasswordPolicy', oneOf({ MinimumLength: 8 })), policy(length, oneOf(8), 'may')],
    {},
    longer,
    `must policies.password-policy.omitted Policies.PasswordPolicy wrong-state other-value; may policies.password-policy.omitted ${length} wrong-state other-value`,
  ],
  [
    'a structure with a member that the edition does not know',
    [policy('Policies.PasswordPolicy', oneOf({ MinimumLength: 12 }))],
    {},
    { Policies: { PasswordPolicy: { MinimumLength: 12, Later: 1 } } },
    '',
  ],
];

const recovery = 'AccountRecoverySetting.RecoveryMechanisms';
const mechanisms = [
  { Priority: 1, Name: 'verified_email' },
  { Priority: 2, Name: 'verified_phone_number' },
];
const recovers = (Later?: number) => ({
  AccountRecoverySetting: {
    RecoveryMechanisms: mechanisms.map((one) => (Later === undefined ? one : { ...one, Later })),
  },
});

/** What no update can touch: before, after, and what that comes to. */
const fixedTable: readonly (readonly [string, JsonObject, JsonObject, string])[] = [
  ['the same', {}, {}, ''],
  ['another Id', {}, { Id: 'us-east-1_Other' }, 'must request.untouchable  wrong-state Id'],
  [
    'aliases that are gone',
    { AliasAttributes: ['email'] },
    {},
    'must request.untouchable  wrong-state AliasAttributes',
  ],
  ['another CreationDate', {}, { CreationDate: 2 }, 'may request.creation-date  wrong-state changed'],
  ['an earlier LastModifiedDate', {}, { LastModifiedDate: 1 }, 'may request.last-modified-date  wrong-state backwards'],
  ['a later LastModifiedDate', {}, { LastModifiedDate: 3 }, ''],
  ['a date that turns into text', {}, { LastModifiedDate: '2026-11-29' }, 'must request.date-form  wrong-state text'],
  ['a date that was text before', { LastModifiedDate: '2026-11-28' }, { LastModifiedDate: '2026-11-29' }, ''],
  [
    'attributes in another order',
    { SchemaAttributes: [{ Name: 'a' }, { Name: 'b' }] },
    { SchemaAttributes: [{ Name: 'b' }, { Name: 'a' }] },
    '',
  ],
  [
    'another attribute among them',
    { SchemaAttributes: [{ Name: 'a' }, { Name: 'b' }] },
    { SchemaAttributes: [{ Name: 'b' }, { Name: 'c' }] },
    'must request.untouchable  wrong-state SchemaAttributes',
  ],
];

describe('the state after an accepted request', () => {
  for (const [what, expected, before, after, line] of table) {
    it(`with ${what}`, () => {
      expect(lineOf(judgeState(contract, expected, pool(before), pool(after)))).to.equal(line);
    });
  }

  for (const [what, before, after, line] of fixedTable) {
    it(`with ${what} in what no update can touch`, () => {
      expect(lineOf(judgeState(contract, [], pool({}, before), pool({}, after)))).to.equal(line);
    });
  }

  it('with items that show more members than the edition knows', () => {
    const expected = [demand(recovery, oneOf(mechanisms), 'account-recovery-setting.recovery-mechanisms.sent', 'must')];
    expect(lineOf(judgeState(contract, expected, pool({}), pool(recovers(1))))).to.equal('');
    const turned = { AccountRecoverySetting: { RecoveryMechanisms: mechanisms.toReversed() } };
    const either = [{ ...expected[0], demands: oneOf(mechanisms, mechanisms.toReversed()) }] as typeof expected;
    expect(lineOf(judgeState(contract, either, pool({}), pool(turned)))).to.match(/list-order .* reordered$/);
  });

  it('may lose its software token where MFA is switched off, and at no other time', () => {
    const token = { SoftwareTokenMfaConfiguration: { Enabled: true } };
    const shown = (MfaConfiguration: string) => judgeState(contract, [], pool({}, token), pool({ MfaConfiguration }));
    expect(shown('OFF')).to.deep.equal([]);
    expect(lineOf(shown('ON'))).to.equal('must request.untouchable  wrong-state SoftwareTokenMfaConfiguration');
  });

  it('may lose e-mail as a factor where what that rests on is gone, and at no other time', () => {
    const factor = { EmailMfaConfiguration: { Message: 'Code {####}' } };
    const recovery = (...names: readonly string[]) => ({
      RecoveryMechanisms: names.map((Name, index) => ({ Priority: index + 1, Name })),
    });
    const shown = (members: JsonObject) => {
      const whole = {
        MfaConfiguration: 'OPTIONAL',
        EmailConfiguration: { EmailSendingAccount: 'DEVELOPER' },
        AccountRecoverySetting: recovery('verified_email', 'verified_phone_number'),
        ...members,
      };
      return lineOf(judgeState(contract, [], pool({}, factor), pool(whole)));
    };
    const lost = 'must request.untouchable  wrong-state EmailMfaConfiguration';
    expect(shown({})).to.equal(lost);
    expect(shown({ AccountRecoverySetting: recovery('admin_only') })).to.equal(lost);
    const none = lineOf([]);
    expect(shown({ MfaConfiguration: 'OFF' })).to.equal(none);
    expect(shown({ EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' } })).to.equal(none);
    expect(shown({ AccountRecoverySetting: recovery('verified_email') })).to.equal(none);
  });

  it('says what was expected and what came, each as JSON, long values cut', () => {
    const [found] = judgeState(contract, [name(oneOf('a', undefined))], pool({}), pool({ PoolName: 'b'.repeat(500) }));
    expect(found?.expected).to.match(/ Expected "a" or nothing\.$/);
    expect(found?.actual).to.match(/^DescribeUserPool shows "b{160}… \(500 characters\)\.$/);
    const [holds] = judgeState(contract, [tags({ kind: 'holds', entries: { a: '1' } })], pool({}), pool({}));
    expect(holds?.expected).to.include('Expected {"a":"1"} among others.');
    expect(holds?.actual).to.equal('DescribeUserPool shows nothing.');
    const [not] = judgeState(contract, [name({ kind: 'not', value: 'a' })], pool({}), pool({ PoolName: 'a' }));
    expect(not?.expected).to.include('Expected anything but "a".');
  });
});

describe('a pool as it is shown', () => {
  it('has dates in seconds since 1970', () => {
    const form = (LastModifiedDate: JsonValue) => lineOf(dateFormDeviations(contract, { LastModifiedDate }));
    expect(form(1_700_000_000.123)).to.equal('');
    expect(form(1_700_000_000_123)).to.match(/ request.date-form {2}wrong-state milliseconds$/);
    expect(form('2026-11-28T00:00:00Z')).to.match(/ request.date-form {2}wrong-state text$/);
    const mended = dateFormDeviations(contract, { LastModifiedDate: 2 }, { LastModifiedDate: '2026-11-28T00:00:00Z' });
    expect(mended).to.deep.equal([]);
  });

  it('has an id', () => {
    expect(poolIdDeviations(contract, 'CreateUserPool', 'us-east-1_A')).to.deep.equal([]);
    for (const shown of [undefined, '', 5])
      expect(lineOf(poolIdDeviations(contract, 'CreateUserPool', shown))).to.match(
        / request.pool-id .*CreateUserPool$/,
      );
  });

  it('differs in the members that say something else, dates left out', () => {
    const later = pool({ ...plainPool.members, PoolName: 'a', DeviceConfiguration: {} }, { LastModifiedDate: 9 });
    expect(changedMembers(plainPool, plainPool)).to.deep.equal([]);
    expect(changedMembers(plainPool, later)).to.deep.equal(['PoolName']);
    expect(changedMembers(later, plainPool)).to.deep.equal(['PoolName']);
  });
});
