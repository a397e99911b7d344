import { expect } from 'chai';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { gateOf } from '../harness/figures/gate.ts';
import { summaryOf } from '../harness/figures/summary.ts';
import { fixtureRecord, hostileText } from './fixtureRecord.ts';
import { xmlText } from './junit/xml.ts';
import { junit } from './junit.ts';

interface Outcome {
  readonly '@_type': string;
  readonly '@_message': string;
  readonly '#text': string;
}

interface TestCase {
  readonly '@_classname': string;
  readonly '@_name': string;
  readonly '@_time': string;
  readonly failure?: Outcome;
  readonly error?: Outcome;
  readonly skipped?: Outcome;
}

const hostileHeader = {
  ...fixtureRecord.header,
  target: { id: hostileText, kind: 'endpoint' as const, endpoint: hostileText },
};
const text = junit.render({ ...fixtureRecord, header: hostileHeader }, { color: false, width: 80 });
const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'testcase' });
const suite = parser.parse(text).testsuites.testsuite;
const cases: readonly TestCase[] = suite.testcase;
const named = (name: string): TestCase | undefined => cases.find((each) => each['@_name'] === name);

describe('junit.xml', () => {
  it('is XML', () => {
    expect(XMLValidator.validate(text)).to.equal(true);
  });

  it('has one test case for each clause, under its top-level member, and one for the gate', () => {
    const clauses = summaryOf(fixtureRecord).clauses.map(({ id }) => id);
    expect(cases.map((each) => each['@_name'])).to.deep.equal([...clauses, 'gate']);
    expect(named('policies.password-policy.minimum-length.max')?.['@_classname']).to.equal('poolproof.Policies');
    expect(named('wire.no-server-fault')?.['@_classname']).to.equal('poolproof.Wire');
    expect(named('request.atomic')?.['@_classname']).to.equal('poolproof.Request');
    expect(cases.filter((each) => !/^poolproof\.[A-Z]\w+$/.test(each['@_classname']))).to.deep.equal([]);
  });

  it('fails a clause that deviates, with the kind as its type and the evidence in its text', () => {
    const failure = named('policies.password-policy.minimum-length.max')?.failure;
    expect(failure?.['@_type']).to.equal('accepted-invalid');
    expect(failure?.['#text']).to.match(
      /at most 99[\s\S]*1,312 cases[\s\S]*MinimumLength":100[\s\S]*botocore[\s\S]*poolproof replay/,
    );
  });

  it('skips what is undecided, unsupported, inconclusive or not tested, and says which', () => {
    expect(named('user-pool-tags.empty')?.skipped?.['@_message']).to.match(/^undecided: No source says/);
    expect(named('user-pool-tier.sent')?.skipped?.['@_message']).to.match(/^unsupported: /);
    expect(named('auto-verified-attributes.item.enum')?.skipped?.['@_message']).to.match(/^inconclusive: /);
    expect(named('pool-name.min')?.skipped?.['@_message']).to.equal('not tested');
  });

  it('reports our own faults as errors and a kept clause as passed', () => {
    expect(named('request.atomic')?.error?.['@_message']).to.match(/^errored: /);
    const passed = named('pool-name.max');
    expect(passed).to.have.keys('@_classname', '@_name', '@_time');
  });

  it('skips a clause whose findings the baseline knows, with reason and ticket, and the evidence in its text', () => {
    const known = ['pool-name.pattern/accepted-invalid/200'];
    const [finding = ''] = known;
    const accepted = [
      { finding, firstSeen: '2026-01-02', reason: 'wontfix <b>', ticket: 'T-7', expires: '2027-01-31' },
    ];
    const plain = gateOf(fixtureRecord);
    const against = plain.against.filter((id) => id !== finding);
    const gate = { line: 'gate' as const, ...plain, baseline: 'baseline.json', known, against, accepted };
    const xml = junit.render({ ...fixtureRecord, gate }, { color: false, width: 80 });
    const found: readonly TestCase[] = parser.parse(xml).testsuites.testsuite.testcase;
    const skipped = found.find((each) => each['@_name'] === 'pool-name.pattern')?.skipped;
    const says = 'known since 2026-01-02 · wontfix <b> · T-7 · accepted until 2027-01-31';
    expect(skipped?.['@_message']).to.equal(`known: ${finding} (${says})`);
    expect(skipped?.['#text']).to.include(`baseline: ${says}`).and.include('botocore');
    expect(found.filter((each) => each.failure !== undefined)).to.have.length(5);
  });

  it('skips a clause whose findings are of a level that does not count, and fails it where they do', () => {
    const skipped = named('wire.request-id')?.skipped;
    expect(skipped?.['@_message']).to.equal(
      'does not count: wire.request-id/malformed-answer/absent (should, which does not count)',
    );
    const all = fixtureRecord.findings.map(({ id }) => id);
    const gate = { line: 'gate' as const, ...gateOf(fixtureRecord), failOn: 'may' as const, against: all };
    const strict = parser.parse(junit.render({ ...fixtureRecord, gate }, { color: false, width: 80 }));
    expect(strict.testsuites.testsuite['@_failures']).to.equal('8');
  });

  it('adds up', () => {
    const count = (key: 'failure' | 'error' | 'skipped'): string => String(cases.filter((each) => key in each).length);
    expect(suite).to.include({
      '@_tests': String(cases.length),
      '@_failures': count('failure'),
      '@_errors': count('error'),
      '@_skipped': count('skipped'),
    });
    expect(named('gate')?.failure?.['#text']).to.include('a run that could not be completed');
    expect(count('failure')).to.equal('6');
    expect(count('error')).to.equal('1');
  });

  it('holds no character that XML forbids and no markup from values', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters in question.
    expect(text).not.to.match(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u);
    expect(text).not.to.contain('<script>');
    expect(xmlText(`${hostileText}\ufffe\r]]>`)).to.match(/&lt;\/script&gt;[\s\S]*😀 ü&#13;\]\]&gt;$/);
  });
});
