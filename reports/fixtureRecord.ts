import type { AnswerLine, CaseLine, Deviation, Finding, RunRecord } from '../harness/record/record.ts';
import type { Evidence } from '../specs/evidence.ts';
import type { JsonObject } from '../specs/json.ts';
import { testedOperation } from '../specs/operation.ts';

/** Text that tries to leave whatever it is put into: markup, a shell, a terminal, a here-document, a line. */
export const hostileText =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is there to be left alone.
  '</script><script>globalThis.escaped = true</script>\'"`$(touch escaped)${escaped}\\\nJSON\nEOF\n\u001b[31m\u0000\u202e\ud800 😀 ü';

const model: Evidence = {
  basis: 'model',
  source: 'botocore 1.43.107, cognito-idp/2016-04-18',
  date: '2022-05-24',
  note: 'The shape of the member carries the limit.',
};

const page: Evidence = {
  basis: 'documentation',
  source: `https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_${testedOperation}.html`,
  date: '2026-11',
  note: 'Members that are left out return to their defaults.',
};

const sibling: Evidence = {
  basis: 'measurement',
  source: 'a run against us-east-1',
  date: '2026-09-08',
  note: 'Refused with InvalidParameterException.',
  on: 'CreateUserPool',
};

function succeeded(body = '{}'): AnswerLine {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': 'a1' };
  return { kind: 'answered', status: 200, error: null, message: null, body, headers, ms: 4 };
}

function refusedAnswer(error: string, message: string, status = 400): AnswerLine {
  const body = JSON.stringify({ __type: error, message });
  return { kind: 'answered', status, error, message, body, headers: { 'x-amzn-errortype': error }, ms: 3 };
}

function request(members: JsonObject): JsonObject {
  return { UserPoolId: '{UserPoolId}', ...members };
}

const minimumLength = 'policies.password-policy.minimum-length';
const overMaximum = request({ Policies: { PasswordPolicy: { MinimumLength: 100 } } });
const hostileName = request({ PoolName: hostileText });
const oneTag = request({ UserPoolTags: { team: 'blue' } });
const tornBody = '{"UserPoolId": "{UserPoolId}", "PoolName": "torn';

const deviations = {
  acceptedMaximum: {
    clause: `${minimumLength}.max`,
    member: 'Policies.PasswordPolicy.MinimumLength',
    kind: 'accepted-invalid',
    level: 'must',
    expected: 'Rejected with InvalidParameterException.',
    actual: 'Accepted with 200; DescribeUserPool then shows 100.',
    answerClass: '200',
  },
  acceptedName: {
    clause: 'pool-name.pattern',
    member: 'PoolName',
    kind: 'accepted-invalid',
    level: 'must',
    expected: 'Rejected with InvalidParameterException.',
    actual: `Accepted with 200; DescribeUserPool then shows ${hostileText}`,
    answerClass: '200',
  },
  lostTag: {
    clause: 'user-pool-tags.sent',
    member: 'UserPoolTags',
    kind: 'wrong-state',
    level: 'must',
    expected: 'DescribeUserPool shows {"team":"blue"}.',
    actual: 'DescribeUserPool does not show UserPoolTags.',
    answerClass: 'absent',
  },
  wrongName: {
    clause: 'mfa-configuration.enum',
    member: 'MfaConfiguration',
    kind: 'wrong-error',
    level: 'must',
    expected: 'Rejected with InvalidParameterException.',
    actual: 'Rejected with ValidationException.',
    answerClass: 'ValidationException',
  },
  torn: {
    clause: 'wire.no-server-fault',
    member: '',
    kind: 'server-fault',
    level: 'must',
    expected: 'An answer that is no server fault.',
    actual: 'Answered 500 with an HTML page.',
    answerClass: '500',
  },
  noRequestId: {
    clause: 'wire.request-id',
    member: '',
    kind: 'malformed-answer',
    level: 'should',
    expected: 'A header x-amzn-requestid.',
    actual: 'No header x-amzn-requestid.',
    answerClass: 'absent',
  },
  stillDate: {
    clause: 'request.last-modified-date',
    member: '',
    kind: 'wrong-state',
    level: 'may',
    expected: 'LastModifiedDate moves on.',
    actual: 'LastModifiedDate stays.',
    answerClass: 'unmoved',
  },
} as const satisfies Readonly<Record<string, Deviation>>;

function fixtureCase(
  about: Pick<CaseLine, 'id' | 'phase' | 'clause' | 'member' | 'verdict'> & Partial<CaseLine>,
): CaseLine {
  return {
    line: 'case',
    lane: 'lane-1',
    breaks: [],
    request: request({}),
    expectation: { kind: 'accepted' },
    answer: succeeded(),
    changed: {},
    ...about,
  };
}

const refused = { kind: 'rejected', errors: ['InvalidParameterException'] } as const;
const page500: AnswerLine = {
  kind: 'answered',
  status: 500,
  error: null,
  message: null,
  body: '<!doctype html><h1>Internal Server Error</h1>',
  headers: { 'content-type': 'text/html' },
  ms: 9,
};

const cases: readonly CaseLine[] = [
  fixtureCase({
    id: 'boundary/Policies.PasswordPolicy.MinimumLength/min/at',
    phase: 'boundary',
    clause: `${minimumLength}.sent`,
    member: 'Policies.PasswordPolicy.MinimumLength',
    request: request({ Policies: { PasswordPolicy: { MinimumLength: 6 } } }),
    changed: { Policies: { PasswordPolicy: { MinimumLength: 6 } } },
    verdict: { kind: 'deviates', deviations: [deviations.stillDate] },
  }),
  fixtureCase({
    id: 'boundary/Policies.PasswordPolicy.MinimumLength/max/over',
    phase: 'boundary',
    clause: `${minimumLength}.max`,
    member: 'Policies.PasswordPolicy.MinimumLength',
    breaks: [`${minimumLength}.max`],
    request: overMaximum,
    expectation: refused,
    verdict: { kind: 'deviates', deviations: [deviations.acceptedMaximum] },
  }),
  fixtureCase({
    id: 'fuzz/PoolName/5f1c',
    phase: 'fuzz',
    clause: 'pool-name.pattern',
    member: 'PoolName',
    breaks: ['pool-name.pattern'],
    request: hostileName,
    expectation: refused,
    verdict: { kind: 'deviates', deviations: [deviations.acceptedName] },
  }),
  fixtureCase({
    id: 'examples/UserPoolTags/sent',
    phase: 'examples',
    clause: 'user-pool-tags.sent',
    member: 'UserPoolTags',
    request: oneTag,
    verdict: { kind: 'deviates', deviations: [deviations.lostTag, deviations.stillDate] },
  }),
  fixtureCase({
    id: 'examples/MfaConfiguration/enum/MAYBE',
    phase: 'examples',
    clause: 'mfa-configuration.enum',
    member: 'MfaConfiguration',
    breaks: ['mfa-configuration.enum'],
    request: request({ MfaConfiguration: 'MAYBE' }),
    expectation: refused,
    answer: refusedAnswer('ValidationException', 'MAYBE is not a value'),
    verdict: { kind: 'deviates', deviations: [deviations.wrongName, deviations.noRequestId] },
  }),
  fixtureCase({
    id: 'wire/torn-body',
    phase: 'wire',
    clause: 'wire.no-server-fault',
    member: '',
    request: tornBody,
    expectation: { kind: 'rejected', errors: ['SerializationException'] },
    answer: page500,
    verdict: { kind: 'deviates', deviations: [deviations.torn] },
  }),
  fixtureCase({
    id: 'boundary/PoolName/max/over',
    phase: 'boundary',
    clause: 'pool-name.max',
    member: 'PoolName',
    breaks: ['pool-name.max'],
    request: request({ PoolName: 'a'.repeat(129) }),
    expectation: refused,
    answer: refusedAnswer('InvalidParameterException', '1 validation error detected'),
    verdict: { kind: 'conforms' },
  }),
  fixtureCase({
    id: 'errors/480',
    phase: 'errors',
    clause: 'user-pool-id.exists',
    member: 'UserPoolId',
    request: { UserPoolId: 'us-east-1_nowhere00' },
    expectation: { kind: 'rejected', errors: ['ResourceNotFoundException'] },
    answer: refusedAnswer('ResourceNotFoundException', 'No such pool.', 480),
    verdict: { kind: 'conforms' },
  }),
  fixtureCase({
    id: 'examples/UserPoolTags/empty',
    phase: 'examples',
    clause: 'user-pool-tags.empty',
    member: 'UserPoolTags',
    request: request({ UserPoolTags: {} }),
    expectation: { kind: 'open', why: 'No source says whether an empty map clears the tags.' },
    verdict: { kind: 'undecided', why: 'No source says whether an empty map clears the tags.' },
  }),
  fixtureCase({
    id: 'fuzz/AutoVerifiedAttributes/77aa',
    phase: 'fuzz',
    clause: 'auto-verified-attributes.item.enum',
    member: 'AutoVerifiedAttributes[]',
    answer: refusedAnswer('TooManyRequestsException', 'Rate exceeded'),
    verdict: { kind: 'inconclusive', why: 'Throttled five times.' },
  }),
  fixtureCase({
    id: 'examples/UserPoolTier/sent',
    phase: 'examples',
    clause: 'user-pool-tier.sent',
    member: 'UserPoolTier',
    request: request({ UserPoolTier: 'LITE' }),
    answer: refusedAnswer('UnknownOperationException', 'not implemented', 501),
    verdict: { kind: 'unsupported', why: 'The target answers 501 to UserPoolTier.' },
  }),
  fixtureCase({
    id: 'sequence/mfa/software-token',
    phase: 'sequence',
    clause: 'mfa-configuration.omitted',
    member: 'MfaConfiguration',
    verdict: { kind: 'skipped', why: 'The target has no SetUserPoolMfaConfig.' },
  }),
  fixtureCase({
    id: 'race/two-updates',
    phase: 'race',
    clause: 'request.atomic',
    member: '',
    answer: { kind: 'unanswered', why: 'reset', detail: 'socket hang up', ms: 12 },
    verdict: { kind: 'errored', why: `The second pool could not be made: ${hostileText}` },
  }),
];

type About = Pick<Finding, 'case' | 'phase' | 'count' | 'says' | 'request' | 'evidence'> & Partial<Finding>;

function finding({ answerClass, ...deviation }: Deviation, about: About): Finding {
  return {
    line: 'finding',
    id: `${deviation.clause}/${deviation.kind}/${answerClass}`,
    ...deviation,
    prior: {},
    answer: succeeded(),
    state: [],
    reproduced: true,
    ...about,
  };
}

const findings: readonly Finding[] = [
  finding(deviations.stillDate, {
    case: 'boundary/Policies.PasswordPolicy.MinimumLength/min/at',
    phase: 'boundary',
    count: 2,
    says: 'LastModifiedDate moves on with every accepted update.',
    request: request({}),
    evidence: [{ ...page, basis: 'inference', note: 'Follows from the meaning of the name.' }],
  }),
  finding(deviations.acceptedMaximum, {
    case: 'boundary/Policies.PasswordPolicy.MinimumLength/max/over',
    phase: 'boundary',
    count: 1312,
    says: 'MinimumLength is at most 99.',
    request: overMaximum,
    prior: {
      update: { Policies: { PasswordPolicy: { MinimumLength: 12 } }, DeletionProtection: 'ACTIVE' },
      mfa: { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } },
    },
    state: [
      { member: 'Policies.PasswordPolicy.MinimumLength', before: 12, after: 100, expected: 'It stays what it was.' },
    ],
    evidence: [model, sibling],
  }),
  finding(deviations.acceptedName, {
    case: 'fuzz/PoolName/5f1c',
    phase: 'fuzz',
    count: 7,
    says: 'The whole of PoolName matches [\\w\\s+=,.@-]+',
    request: hostileName,
    answer: succeeded(`{"PoolName": ${JSON.stringify(hostileText)}}`),
    state: [{ member: 'PoolName', before: 'poolproof', after: hostileText, expected: 'It stays what it was.' }],
    reproduced: false,
    evidence: [model],
  }),
  finding(deviations.lostTag, {
    case: 'examples/UserPoolTags/sent',
    phase: 'examples',
    count: 3,
    says: 'DescribeUserPool shows UserPoolTags as sent.',
    request: oneTag,
    state: [{ member: 'UserPoolTags', before: null, after: null, expected: 'What was sent: {"team":"blue"}.' }],
    evidence: [page, model],
  }),
  finding(deviations.wrongName, {
    case: 'examples/MfaConfiguration/enum/MAYBE',
    phase: 'examples',
    count: 1,
    says: 'MfaConfiguration is one of OFF, ON, OPTIONAL.',
    request: request({ MfaConfiguration: 'MAYBE' }),
    answer: refusedAnswer('ValidationException', 'MAYBE is not a value'),
    evidence: [sibling],
  }),
  finding(deviations.noRequestId, {
    case: 'examples/MfaConfiguration/enum/MAYBE',
    phase: 'examples',
    count: 1,
    says: 'Every answer carries the id of its request.',
    request: request({ Bogus: null, AutoVerifiedAttributes: [] }),
    answer: refusedAnswer('ValidationException', 'MAYBE is not a value'),
    evidence: [page],
  }),
  finding(deviations.torn, {
    case: 'wire/torn-body',
    phase: 'wire',
    count: 1,
    says: 'No request is answered with a server fault.',
    request: tornBody,
    answer: page500,
    evidence: [model],
  }),
];

/** A record made by hand: every verdict, seven findings at every level, and hostile text where it can stand. */
export const fixtureRecord: RunRecord & { readonly cases: readonly CaseLine[] } = {
  header: {
    line: 'header',
    format: 'poolproof-record',
    version: 1,
    tool: { name: 'poolproof', version: '0.1.0' },
    target: { id: 'cognito-local', kind: 'endpoint', endpoint: 'http://127.0.0.1:9229' },
    edition: '2026-11-13',
    basis: 'observed',
    seed: 42,
    cases: 450,
    only: null,
    region: 'us-east-1',
    phases: ['examples', 'boundary', 'fuzz', 'sequence', 'race', 'wire', 'errors'],
    shard: null,
    startedAt: '2026-11-22T09:30:00.000Z',
  },
  cases,
  findings,
  footer: {
    line: 'footer',
    cases: cases.length,
    findings: findings.length,
    requests: 61,
    requestsBy: {
      cases: 24,
      reading: 20,
      prior: 2,
      twins: 0,
      pools: 4,
      probing: 4,
      causes: 0,
      shrinking: 2,
      confirming: 1,
      cleanUp: 4,
    },
    durationMs: 4210,
    phases: [
      { phase: 'examples', durationMs: 1200 },
      { phase: 'boundary', durationMs: 900 },
      { phase: 'fuzz', durationMs: 2110 },
    ],
    interrupted: null,
  },
};
