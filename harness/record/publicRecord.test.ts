import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import { publicRecord } from './publicRecord.ts';
import type { RunRecord } from './record.ts';
import { type Redaction, redactText } from './redactText.ts';

function redacted(text: string, hosts: readonly string[] = []): { text: string; found: readonly Redaction[] } {
  const found: Redaction[] = [];
  return { text: redactText(text, hosts, (each) => found.push(each)), found };
}

describe('a record to be shown in public', () => {
  it('has no account that belongs to somebody', () => {
    const arn = 'arn:aws:sns:us-east-1:987654321098:topic';
    expect(redacted(arn).text).to.equal('arn:aws:sns:us-east-1:111122223333:topic');
    expect(redacted('arn:aws:iam::123456789012:role/x').found).to.deep.equal([]);
    expect(redacted('a tag of 987654321098').found).to.deep.equal([]);
  });

  it('has no local path', () => {
    expect(redacted('at /home/ann/app/index.js:1').text).to.equal('at /…/index.js:1');
    expect(redacted('at /work/x/node_modules/cognito-local/lib/a.js:3:4').text).to.equal(
      'at /…/node_modules/cognito-local/lib/a.js:3:4',
    );
    expect(redacted('"C:\\Users\\ann\\key.pem"').text).to.equal('"/…/key.pem"');
    expect(redacted('/userpool/us-east-1_x').found).to.deep.equal([]);
  });

  it('has no host of somebody, while loopback and public sources stay', () => {
    expect(redacted('http://10.0.0.7:9229/').text).to.equal('http://target.example:9229/');
    expect(redacted('https://emulator:4566').text).to.equal('https://target.example:4566');
    expect(redacted('host build-7 said', ['build-7']).text).to.equal('host target.example said');
    for (const text of ['http://127.0.0.1:9229', 'http://localhost', 'https://docs.aws.amazon.com/cognito/']) {
      expect(redacted(text).found, text).to.deep.equal([]);
    }
  });

  it('is the same record otherwise, and says once what it replaced', () => {
    const [first] = fixtureRecord.findings;
    if (first === undefined) throw new Error('The fixture has no finding.');
    const header = {
      ...fixtureRecord.header,
      target: { ...fixtureRecord.header.target, endpoint: 'http://emulator.corp:1' },
      connection: { ca: '/home/ann/ca.pem' },
    };
    const findings = [{ ...first, actual: 'seen at http://emulator.corp:1' }, ...fixtureRecord.findings.slice(1)];
    const result = publicRecord({ ...fixtureRecord, path: '/home/ann/record.jsonl', header, findings } as RunRecord);
    const cases = [...result.record.cases];
    expect(cases).to.have.lengthOf([...fixtureRecord.cases].length);
    expect(result.record.path).to.equal(undefined);
    expect(JSON.stringify([result.record, cases])).not.to.match(/ann|emulator\.corp/);
    expect(result.redactions().map(({ kind, found }) => [kind, found])).to.deep.equal([
      ['host', 'emulator.corp'],
      ['path', '/home/ann/ca.pem'],
    ]);
  });
});
