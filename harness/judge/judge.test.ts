import { expect } from 'chai';
import type { ErrorName } from '../../specs/errors.ts';
import type { JsonValue } from '../../specs/json.ts';
import type { Expectation, UnknownMember } from '../oracle/expectation.ts';
import type { PoolState } from '../oracle/poolState.ts';
import type { Verdict } from '../record/record.ts';
import { judge, type Trial } from './judge.ts';
import { accepted, answered, contract, plainPool, pool, refused, trial, unanswered } from './trialFixtures.ts';

/** A verdict in one line: its kind, or each deviation as level, clause, kind and answer class. */
function lineOf(verdict: Verdict): string {
  if (verdict.kind !== 'deviates') return verdict.kind;
  return verdict.deviations
    .map(({ level, clause, kind, answerClass }) => `${level} ${clause} ${kind} ${answerClass}`)
    .join('; ');
}

function rejected(...errors: readonly ErrorName[]): Expectation {
  return { kind: 'rejected', errors, broken: [contract.byId.get('pool-name.max')].flatMap((clause) => clause ?? []) };
}

const open: Expectation = { kind: 'open', why: 'Nobody knows.' };
const invalid = rejected('InvalidParameterException');
const conflict = refused('ConcurrentModificationException');
const renamed = pool({ ...plainPool.members, PoolName: 'other' });
const moved = pool(plainPool.members, { Id: 'us-east-1_Other' });

/** The verdict on each answer to each expectation. */
const table: readonly (readonly [string, Partial<Trial>, string])[] = [
  ['accepted as expected', {}, 'conforms'],
  ['accepted with no body', { answer: answered(200, '') }, 'conforms'],
  ['refused as expected', { expectation: invalid, answer: refused('InvalidParameterException') }, 'conforms'],
  [
    'refused with the second of two errors',
    {
      expectation: rejected('SerializationException', 'InvalidParameterException'),
      answer: refused('InvalidParameterException'),
    },
    'conforms',
  ],
  ['accepted though invalid', { expectation: invalid }, 'must pool-name.max accepted-invalid 200'],
  [
    'refused though valid',
    { answer: refused('InvalidParameterException') },
    'must pool-name.max rejected-valid InvalidParameterException',
  ],
  [
    'refused though valid, without a name',
    { answer: answered(400, { message: 'No.' }) },
    'must wire.error-type malformed-answer absent; must pool-name.max rejected-valid 400',
  ],
  [
    'refused with another error',
    { expectation: invalid, answer: refused('NotAuthorizedException') },
    'must pool-name.max wrong-error NotAuthorizedException',
  ],
  [
    'refused without a name, of which the wire has said all',
    { expectation: invalid, answer: answered(400, { message: 'No.' }) },
    'must wire.error-type malformed-answer absent',
  ],
  ['an open answer either way', { expectation: open }, 'undecided'],
  ['an open refusal', { expectation: open, answer: refused('InvalidParameterException') }, 'undecided'],
  [
    'a server fault to a valid request',
    { answer: refused('InternalErrorException', 500) },
    'must pool-name.max server-fault 500',
  ],
  [
    'a server fault to an invalid request',
    { expectation: invalid, answer: answered(503, 'down') },
    'must pool-name.max server-fault 503',
  ],
  [
    'a server fault to an open request',
    { expectation: open, answer: answered(502, '') },
    'must pool-name.max server-fault 502',
  ],
  [
    'the server fault that was asked for',
    { expectation: rejected('InternalErrorException'), answer: refused('InternalErrorException', 500) },
    'conforms',
  ],
  ['no answer in time', { answer: unanswered('timeout') }, 'must pool-name.max no-answer timeout'],
  ['a broken connection', { answer: unanswered('reset') }, 'must pool-name.max server-fault reset'],
  ['an answer without end', { answer: unanswered('too-large') }, 'must pool-name.max malformed-answer too-large'],
  ['a target that is gone', { answer: unanswered('refused') }, 'errored'],
  ['throttled by name', { answer: refused('TooManyRequestsException') }, 'inconclusive'],
  ['throttled by the name that many services use', { answer: refused('ThrottlingException') }, 'inconclusive'],
  ['throttled by status alone', { answer: answered(429, '') }, 'inconclusive'],
  [
    'throttled where a refusal was due',
    { expectation: invalid, answer: refused('TooManyRequestsException') },
    'inconclusive',
  ],
  [
    'the throttling that was asked for',
    { expectation: rejected('TooManyRequestsException'), answer: refused('TooManyRequestsException') },
    'conforms',
  ],
  ['told that another update is under way', { answer: conflict }, 'inconclusive'],
  [
    'throttled, though it is the answer again and again to an invalid request',
    { expectation: invalid, answer: refused('TooManyRequestsException'), isRepeated: true },
    'inconclusive',
  ],
  ['accepted by a target that shows no pool', { after: null }, 'conforms'],
  ['refused by a target that shows no pool', { expectation: open, answer: conflict, after: null }, 'inconclusive'],
  [
    'refused as expected by a target that shows no pool',
    { expectation: invalid, answer: refused('InvalidParameterException'), after: null },
    'conforms',
  ],
  ['told so again and again to a valid request', { answer: conflict, isRepeated: true }, 'inconclusive'],
  [
    'told so again and again in place of a refusal',
    { expectation: invalid, answer: conflict, isRepeated: true },
    'must pool-name.max wrong-error ConcurrentModificationException',
  ],
  ['told so once in place of a refusal', { expectation: invalid, answer: conflict }, 'inconclusive'],
  ['an operation that it does not have', { answer: refused('UnknownOperationException') }, 'unsupported'],
  ['an operation that it does not have, by status', { answer: answered(501, '') }, 'unsupported'],
  [
    'an operation that it does not have, by another name',
    { answer: refused('NotImplementedException', 501) },
    'unsupported',
  ],
  [
    'the unknown operation that was asked for',
    { expectation: rejected('UnknownOperationException'), answer: refused('UnknownOperationException') },
    'conforms',
  ],
  [
    'a refusal that left a trace',
    { expectation: invalid, answer: refused('InvalidParameterException'), after: renamed },
    'must request.atomic not-atomic changed',
  ],
  [
    'a refusal after which the pool says that it was changed later',
    {
      expectation: invalid,
      answer: refused('InvalidParameterException'),
      after: pool(plainPool.members, { LastModifiedDate: 3 }),
    },
    'may request.last-modified-date wrong-state moved',
  ],
  [
    'a refusal after which the pool says that it was changed earlier',
    {
      expectation: invalid,
      answer: refused('InvalidParameterException'),
      after: pool(plainPool.members, { LastModifiedDate: 1 }),
    },
    'may request.last-modified-date wrong-state backwards',
  ],
  [
    'a refusal that took away what no update may touch',
    { expectation: invalid, answer: refused('InvalidParameterException'), after: moved },
    'must request.untouchable wrong-state Id',
  ],
  [
    'a refusal of a pool that shows no dates',
    {
      expectation: invalid,
      answer: refused('InvalidParameterException'),
      before: pool({}, { LastModifiedDate: null }),
      after: pool({}, { LastModifiedDate: 9 }),
    },
    'conforms',
  ],
  [
    'a server fault that left a trace',
    { answer: refused('InternalErrorException', 500), after: renamed },
    'must pool-name.max server-fault 500; must request.atomic not-atomic changed',
  ],
  [
    'a lost answer, after which the pool says nothing',
    { answer: unanswered('timeout'), after: renamed },
    'must pool-name.max no-answer timeout',
  ],
  [
    'a pool that cannot be read any more',
    { after: 'DescribeUserPool shows no pool.' },
    'must request.readable-state server-fault unreadable',
  ],
  ['no pool to read', { before: null, after: null }, 'conforms'],
  ['what no update may touch, touched', { after: moved }, 'must request.untouchable wrong-state Id'],
  [
    'what no update may touch, touched by an open request',
    { expectation: open, after: moved },
    'must request.untouchable wrong-state Id',
  ],
  ['another status for a success', { answer: answered(201, {}) }, 'must wire.success-status wrong-status 201'],
  [
    'an unknown clause counts as must',
    { clause: 'no-such-clause', expectation: invalid },
    'must no-such-clause accepted-invalid 200',
  ],
];

describe('a verdict', () => {
  for (const [what, parts, line] of table) {
    it(`on ${what}`, () => {
      expect(lineOf(judge(trial(parts)))).to.equal(line);
    });
  }

  it('says in sentences what was broken, where anything was', () => {
    const expectedOf = (...ids: readonly string[]) => {
      const broken = ids.flatMap((id) => contract.byId.get(id) ?? []);
      const expectation = { kind: 'rejected', errors: ['InvalidParameterException'], broken } as const;
      const verdict = judge(trial({ expectation, answer: accepted }));
      return verdict.kind === 'deviates' ? verdict.deviations[0]?.expected : undefined;
    };
    expect(expectedOf()).to.equal('Expected InvalidParameterException.');
    for (const id of contract.byId.keys())
      expect(expectedOf(id), id).to.match(/^\S.*[.?] Expected InvalidParameterException\.$/s);
  });

  it('says what was asked and what came', () => {
    const verdict = judge(trial({ expectation: invalid, answer: refused('NotAuthorizedException') }));
    const [deviation] = verdict.kind === 'deviates' ? verdict.deviations : [];
    expect(deviation?.member).to.equal('PoolName');
    expect(deviation?.expected).to.match(/128.* Expected InvalidParameterException\.$/);
    expect(deviation?.actual).to.equal('Refused with NotAuthorizedException (484), HTTP 400: "No.".');
    const unnamed = judge(trial({ answer: answered(400, { message: '' }) }));
    expect(JSON.stringify(unnamed)).to.include('Refused with an unnamed error, HTTP 400: empty.');
  });

  it('compares messages on request alone, and only those that were seen', () => {
    const messages = { expectation: invalid, answer: refused('InvalidParameterException') } as const;
    expect(lineOf(judge(trial(messages)))).to.equal('conforms');
    expect(lineOf(judge(trial({ ...messages, messages: true })))).to.equal('may pool-name.max wrong-error message');
    const doubtful = rejected('InvalidParameterException', 'SerializationException');
    const forOther = { expectation: doubtful, answer: refused('SerializationException'), messages: true } as const;
    expect(lineOf(judge(trial(forOther)))).to.equal('conforms');
    const unseen: Expectation = { kind: 'rejected', errors: ['InvalidParameterException'], broken: [] };
    expect(lineOf(judge(trial({ ...messages, messages: true, expectation: unseen })))).to.equal(
      'may pool-name.max wrong-error message',
    );
  });

  it('names each way in which nothing came', () => {
    const actual = (why: Parameters<typeof unanswered>[0]) => JSON.stringify(judge(trial({ answer: unanswered(why) })));
    expect(actual('timeout')).to.include('There was no answer: ECONNRESET.');
    expect(actual('reset')).to.include('The connection broke: ECONNRESET.');
    expect(actual('too-large')).to.include('The answer is too large: ECONNRESET.');
    expect(actual('refused')).to.include('The target is gone: ECONNRESET.');
    expect(actual('not-sent')).to.include('Nothing was sent: ECONNRESET.');
  });

  it('leaves open what a target may look up outside the pool', () => {
    const answer = refused('InvalidSmsRoleTrustRelationshipException');
    const request = { SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/r' } };
    expect(lineOf(judge(trial({ request, answer })))).to.equal('undecided');
    expect(lineOf(judge(trial({ request, answer, expectation: invalid })))).to.equal('undecided');
    const due = rejected('InvalidSmsRoleTrustRelationshipException');
    expect(lineOf(judge(trial({ request, answer, expectation: due })))).to.equal('conforms');
    expect(lineOf(judge(trial({ request: { PoolName: 'a' }, answer })))).to.match(/^must pool-name.max rejected-valid/);
    expect(lineOf(judge(trial({ request, answer: refused('InvalidParameterException') })))).to.match(/rejected-valid/);
  });

  it('files what strange members change under the clause on them', () => {
    const state = [
      {
        member: 'MfaConfiguration',
        clause: 'mfa-configuration.omitted',
        level: 'must',
        demands: { kind: 'one-of', values: ['OFF'] },
      },
    ] as const;
    const changed = pool({ ...plainPool.members, MfaConfiguration: 'ON' });
    const parts = { expectation: { ...open, state }, after: changed, answer: accepted } as const;
    expect(lineOf(judge(trial(parts)))).to.equal('must mfa-configuration.omitted wrong-state other-value');
    const strange = judge(trial({ ...parts, clause: 'wire.unknown-members', member: '' }));
    expect(lineOf(strange)).to.equal('may wire.unknown-members wrong-state other-value');
  });

  it('leaves the types of what a pool shows where nobody knows what it should show', () => {
    const wrong = pool({ ...plainPool.members, UserPoolTags: [1] });
    const parts = { request: {}, before: plainPool, after: wrong } as const;
    expect(lineOf(judge(trial({ ...parts, expectation: open })))).to.equal('undecided');
    expect(lineOf(judge(trial({ ...parts, expectation: { kind: 'accepted', state: [] } })))).to.match(/shown-type/);
  });

  it('sees strange members that a pool stored inside its structures, whatever else keeps the request open', () => {
    const strange = (value: JsonValue) => [{ path: 'DeviceConfiguration.Strange', value }];
    const ofList = { path: 'AccountRecoverySetting.RecoveryMechanisms[].Odd', value: [true] };
    const device = { DeviceConfiguration: { Strange: 1 } };
    const recovery = { AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Odd: true }] } };
    const members = { ...plainPool.members, ...device, ...recovery };
    const told = (unknown: readonly UnknownMember[], after: PoolState, before = plainPool) =>
      lineOf(judge(trial({ expectation: { ...open, unknown }, before, after })));
    const stored = 'may request.unknown-members-ignored wrong-state stored';
    expect(told([...strange(1), ofList], pool(members))).to.equal(`${stored}; ${stored}`);
    const other = pool({ DeviceConfiguration: { Strange: 2 } });
    expect(told(strange(1), other, other)).to.equal('undecided');
    // An empty value is not shown, and what is not shown was not stored.
    for (const empty of [null, {}, [], { prototype: [] }]) {
      expect(told(strange(empty), plainPool)).to.equal('undecided');
      const kept = pool({ ...plainPool.members, DeviceConfiguration: {} });
      expect(told(strange(empty), kept)).to.equal('undecided');
    }
  });
});
