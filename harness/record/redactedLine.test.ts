import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import type { CaseLine, Finding, PoolLine, Verdict } from './record.ts';
import type { RecordLine } from './recordLine.ts';
import { redactedLine } from './redactedLine.ts';

const secret = 'hunter2';
const clean = (line: RecordLine) => redactedLine(line, (text) => text.replaceAll(secret, '[left out]'));

const [template] = fixtureRecord.findings;
const [caseTemplate] = [...fixtureRecord.cases];
if (template === undefined || caseTemplate === undefined) throw new Error('The fixture has no findings or cases.');

const answer: CaseLine['answer'] = {
  kind: 'answered',
  status: 400,
  error: 'InvalidParameterException',
  message: `No ${secret}.`,
  body: `{"message":"${secret}"}`,
  headers: { server: secret },
  ms: 1,
};
const deviates: Verdict = {
  kind: 'deviates',
  deviations: [
    {
      clause: 'pool-name.sent',
      member: 'PoolName',
      kind: 'wrong-state',
      level: 'must',
      expected: 'The name.',
      actual: `It is ${secret}.`,
      answerClass: 'other-value',
    },
  ],
};
const finding: Finding = {
  ...template,
  expected: `The ${secret}.`,
  actual: `It is ${secret}.`,
  answer,
  state: [{ member: 'PoolName', before: secret, after: { [secret]: secret }, expected: secret }],
};
const pool: PoolLine = {
  line: 'pool',
  lane: 'examples/1',
  from: 'examples/1',
  id: secret,
  members: { PoolName: secret },
  fresh: { PoolName: secret },
  factors: { EmailMfaConfiguration: { Message: secret } },
  readable: true,
};
const one: CaseLine = {
  ...caseTemplate,
  request: { UserPoolId: secret },
  answer,
  verdict: deviates,
  changed: { PoolName: secret },
  prepared: { members: { PoolName: secret } },
};

describe('a line of a record', () => {
  const lines: Readonly<Record<string, RecordLine>> = {
    'a finding': finding,
    'a finding without an answer': { ...finding, answer: { kind: 'unanswered', why: 'reset', detail: secret, ms: 1 } },
    'a pool': pool,
    'a case': one,
    'a case that was sent as text': { ...one, request: `{"UserPoolId":"${secret}"}` },
    'a case without a judgement': { ...one, verdict: { kind: 'undecided', why: secret } },
    'a probe': { line: 'probe', dialect: 'aws-json', pools: 'kept', missing: [], server: secret },
    'the footer': { ...fixtureRecord.footer, interrupted: secret, notDeleted: [secret] },
  };
  for (const [name, line] of Object.entries(lines)) {
    it(`holds no secret that came from the target: ${name}`, () => {
      expect(JSON.stringify(line)).to.contain(secret);
      const text = JSON.stringify(clean(line));
      expect(text).not.to.contain(secret);
      expect(text).to.contain('[left out]');
    });
  }

  it('keeps what poolproof itself wrote', () => {
    const request = { UserPoolId: 'us-east-1_A', PoolName: secret };
    expect(clean({ ...one, request }))
      .to.have.property('request')
      .that.deep.equals(request);
    expect(clean(fixtureRecord.header)).to.equal(fixtureRecord.header);
  });
});
