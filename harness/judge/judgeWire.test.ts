import { expect } from 'chai';
import type { JsonObject } from '../../specs/json.ts';
import { excerpt, judgeWire, wireDeviation } from './judgeWire.ts';
import { answered, contract, refused } from './trialFixtures.ts';

type Given = readonly [
  status: number,
  body: string | JsonObject,
  headers?: Readonly<Record<string, string | undefined>>,
];

const named = 'InvalidParameterException';
const refusal = { __type: named, message: 'No.' };

/** What came, and the deviations that it has, whatever was asked. */
const table: readonly (readonly [string, Given, string])[] = [
  ['a success', [200, {}], ''],
  ['a success without a body', [200, ''], ''],
  ['a success of white space', [200, ' \n'], ''],
  ['a success with another status', [204, ''], 'must success-status wrong-status 204'],
  ['a success with a member', [200, { UserPool: {} }], 'must success-body malformed-answer UserPool'],
  ['a success in a list', [200, '[]'], 'must success-body malformed-answer list'],
  ['a success of null', [200, 'null'], 'must success-body malformed-answer null'],
  ['a success of a number', [200, '5'], 'must success-body malformed-answer number'],
  ['a success that breaks off', [200, '{"a"'], 'must success-body malformed-answer not-json'],
  ['a success in markup', [200, '<p>'], 'must success-body malformed-answer markup'],
  ['an error', [400, refusal], ''],
  ['an error with status 200', [200, refusal], 'must error-status wrong-status 200'],
  ['an error with status 404', [404, refusal], 'must error-status wrong-status 404'],
  ['an error with its number', [481, {}], 'may error-message malformed-answer absent'],
  ['an error with its number and a message', [481, { message: 'No.' }], ''],
  ['an error with the number of another', [480, refusal], 'must error-status wrong-status 480'],
  ['an internal error with status 500', [500, { __type: 'InternalErrorException', message: 'x' }], ''],
  [
    'an internal error with status 400',
    [400, { __type: 'InternalErrorException', message: 'x' }],
    'must error-status wrong-status 400',
  ],
  [
    'an error common to all services, of whose status nobody knows',
    [403, { __type: 'AccessDeniedException', message: 'x' }],
    '',
  ],
  [
    'a parser’s error with another status',
    [500, { __type: 'SerializationException' }],
    'must error-status wrong-status 500',
  ],
  ['a parser’s error without a message', [400, { __type: 'SerializationException' }], ''],
  ['an error without a message', [400, { __type: named }], 'may error-message malformed-answer absent'],
  [
    'an error with an empty message',
    [400, { __type: named, message: ' ' }],
    'may error-message malformed-answer empty',
  ],
  ['an error with a capital message', [400, { __type: named, Message: 'No.' }], ''],
  ['an error without a name', [400, { message: 'No.' }], 'must error-type malformed-answer absent'],
  ['an error with an empty name', [400, { __type: '', message: 'No.' }], 'must error-type malformed-answer absent'],
  [
    'an error with an address behind its name',
    [400, { __type: `${named}:http://x/`, message: 'No.' }],
    'must error-type malformed-answer colon',
  ],
  [
    'an error with a namespace',
    [400, { __type: `com.amazonaws#${named}`, message: 'No.' }],
    'may error-namespace malformed-answer namespaced',
  ],
  ['an error named alike in its header', [400, refusal, { 'x-amzn-errortype': `a#${named}:http://x/` }], ''],
  [
    'an error named otherwise in its header',
    [400, refusal, { 'x-amzn-errortype': 'NotAuthorizedException:' }],
    'must error-type malformed-answer two-names',
  ],
  ['an error without a body', [400, ''], 'must error-body malformed-answer empty'],
  ['an error in markup', [400, ' <html>'], 'must error-body malformed-answer markup'],
  ['an error in words', [400, 'No.'], 'must error-body malformed-answer not-json'],
  ['an error in a list', [400, '[]'], 'must error-body malformed-answer list'],
  [
    'an answer without a request id',
    [200, {}, { 'x-amzn-requestid': undefined }],
    'should request-id malformed-answer absent',
  ],
  ['an answer with the other request id', [200, {}, { 'x-amzn-requestid': undefined, 'x-amz-request-id': 'r' }], ''],
  ['an answer in plain JSON', [200, {}, { 'content-type': 'Application/JSON; charset=utf-8' }], ''],
  [
    'an answer in JSON 1.0',
    [200, {}, { 'content-type': 'application/x-amz-json-1.0; a=b' }],
    'should content-type malformed-answer application/x-amz-json-1.0',
  ],
  ['an answer of no type', [200, {}, { 'content-type': undefined }], 'should content-type malformed-answer absent'],
  ['no body of no type', [200, '', { 'content-type': undefined }], ''],
  ['no body of no type, said to be empty', [200, '', { 'content-type': '' }], ''],
  [
    'no body that is said to be text',
    [200, '', { 'content-type': 'text/plain' }],
    'should content-type malformed-answer text/plain',
  ],
];

describe('the message of an error', () => {
  const told = (message: string | undefined) => {
    const answer = answered(400, { __type: named, ...(message === undefined ? {} : { message }) });
    return answer.kind === 'answered' ? judgeWire(contract, answer).map(({ actual }) => actual) : [];
  };

  it('is said to be missing or empty, whichever it is', () => {
    expect(told(undefined)).to.deep.equal(['There is no message.']);
    expect(told(' ')).to.deep.equal(['The message is empty.']);
    expect(told('No.')).to.deep.equal([]);
  });
});

describe('an answer on the wire', () => {
  for (const [what, [status, body, headers], line] of table) {
    it(`is judged where it is ${what}`, () => {
      const answer = answered(status, body, headers);
      if (answer.kind !== 'answered') throw new Error('The fixture answers.');
      const found = judgeWire(contract, answer).map(
        ({ level, clause, kind, answerClass }) => `${level} ${clause.replace(/^wire\./, '')} ${kind} ${answerClass}`,
      );
      expect(found.join('; ')).to.equal(line);
    });
  }

  it('may have a wrong Date where it is a success, which no client takes amiss', () => {
    const date = new Date(Date.now() - 3_600_000).toUTCString();
    const dated = (answer: ReturnType<typeof answered>) =>
      answer.kind === 'answered' ? judgeWire(contract, answer).map(({ answerClass }) => answerClass) : [];
    expect(dated(answered(400, refusal, { date }))).to.deep.equal(['off']);
    expect(dated(answered(200, {}, { date }))).to.deep.equal([]);
    expect(dated(refused(named))).to.deep.equal([]);
  });

  it('has no deviation from a clause that the contract lacks', () => {
    const problem = { check: 'success-body', kind: 'malformed-answer', actual: 'x', answerClass: 'x' } as const;
    expect(wireDeviation({ ...contract, clauses: [] }, problem)).to.deep.equal([]);
    expect(wireDeviation(contract, problem).map(({ level }) => level)).to.deep.equal(['must']);
    expect(wireDeviation(contract, { ...problem, level: 'may' }).map(({ level }) => level)).to.deep.equal(['may']);
  });

  it('is quoted in a line', () => {
    expect(excerpt('')).to.equal('empty');
    expect(excerpt('a\nb')).to.equal('"a\\nb"');
    expect(excerpt('a'.repeat(120))).to.equal(`"${'a'.repeat(120)}"`);
    expect(excerpt('a'.repeat(121))).to.equal(`"${'a'.repeat(120)}…"`);
  });
});
