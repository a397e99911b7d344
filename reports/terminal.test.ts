import { stripVTControlCharacters } from 'node:util';
import { expect } from 'chai';
import { summaryOf } from '../harness/figures/summary.ts';
import type { RunRecord } from '../harness/record/record.ts';
import { fixtureRecord, hostileText } from './fixtureRecord.ts';
import { terminal } from './terminal.ts';
import { columnCount } from './text/columns.ts';

const files = ['poolproof-report/record.jsonl', 'poolproof-report/report.html'];
const plain = (record: RunRecord, width = 80): readonly string[] =>
  terminal.render(record, { color: false, width, files }).trimEnd().split('\n');

const many: RunRecord = {
  ...fixtureRecord,
  findings: Array.from({ length: 40 }, (_, index) =>
    fixtureRecord.findings.map((finding) => ({ ...finding, id: `${finding.id}/${index}` })),
  ).flat(),
};

describe('the terminal report', () => {
  it('fits one screen of 80 columns, commands apart, which are never cut', () => {
    for (const record of [fixtureRecord, many]) {
      const lines = plain(record);
      expect(lines.length).to.be.within(20, 41);
      const wide = lines.filter((line) => columnCount(line) > 80);
      expect(wide.filter((line) => !line.includes('--finding'))).to.deep.equal([]);
    }
  });

  it('says the verdict, the totals, both figures and the error set', () => {
    const text = plain(fixtureRecord).join('\n').replace(/\s+/g, ' ');
    expect(text).to.contain('✗ cognito-local deviates from the 2026-11-13 contract on 7 of 10 judged clauses');
    expect(text).to.contain('13: 2 conform · 6 deviate · 1 undecided');
    expect(text).to.match(/coverage \d+ %, \d+ of 115 members/);
    expect(text).to.contain('divergence 70 %, 7 of 10 judged clauses deviate');
    expect(text).to.contain('evidence 1 of 7 at level must were seen on AWS, last in 2026-08');
    expect(text).to.contain('skipped 1: The target has no SetUserPoolMfaConfig.');
    expect(text).to.contain('480 ResourceNotFound, 481 InvalidParameter');
  });

  it('lists a handful of findings one by one, each with member, expectation, answer and count', () => {
    expect(plain(fixtureRecord).join('\n')).to.match(
      /7 findings, worst first\n[\s\S]* {2}must {3}accepted-invalid {2}Policies\.PasswordPolicy\.MinimumLength +×1,312\n.*InvalidParameterException → Accepted with 200/,
    );
  });

  it('names every cause of many findings with its count and its worst finding, and what the levels mean', () => {
    const text = plain(many, 100).join('\n');
    const { causes } = summaryOf(many);
    expect(text).to.match(/280 findings with \d causes, most harmful first/);
    for (const { says, level, findings } of causes) {
      expect(text).to.match(new RegExp(`${level} +${findings.length} {2}${says.slice(0, 60)}`));
    }
    expect(text).to.match(/No .* enforced +Policies\.PasswordPolicy\.MinimumLength\n/);
    expect(text).to.contain('must: model or measurement · should: documentation or reports · may: one report');
    expect(plain(fixtureRecord).join('\n')).not.to.contain('most harmful first');
  });

  it('names the files that were written, the page first', () => {
    expect(plain(fixtureRecord).join('\n')).to.contain('files       poolproof-report/: report.html, record.jsonl');
  });

  it('ends with where the report is, how to replay the worst finding, and how to run again', () => {
    const text = plain(fixtureRecord)
      .join('\n')
      .replace(/ \\\n\s+/g, ' ');
    expect(text).to.contain(
      'poolproof replay poolproof-report/record.jsonl --finding policies.password-policy.minimum-length.max/accepted-invalid/200',
    );
    expect(text).to.match(/poolproof run --target http:\/\/127\.0\.0\.1:9229 .*--seed 42/);
  });

  it('replays the finding that the list of causes names first, where it lists causes', () => {
    const [some, ...others] = fixtureRecord.findings;
    if (some === undefined) expect.fail('no finding');
    // More of one kind by rank, and a cause that is listed before them as it does more harm.
    const rank = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...some, id: `${some.id}/${index}`, count: 99 - index }));
    const record = { ...fixtureRecord, findings: [...rank(12), ...others] };
    const [cause] = summaryOf(record).causes;
    const text = plain(record)
      .join('\n')
      .replace(/ \\\n\s+/g, ' ');
    expect(text).to.contain('most harmful first');
    expect(text).to.contain(`--finding ${cause?.findings[0]?.id}`);
  });

  it('lets no value move the cursor or break a line', () => {
    const hostile = fixtureRecord.findings.map((finding) => ({
      ...finding,
      id: `${hostileText}/${finding.id}`,
      member: hostileText,
      expected: hostileText,
      actual: hostileText.slice(60),
    }));
    const target = { id: hostileText.slice(60), kind: 'endpoint' as const, endpoint: hostileText };
    const header = { ...fixtureRecord.header, target };
    const footer = { ...fixtureRecord.footer, interrupted: hostileText.slice(60) };
    expect(plain({ ...fixtureRecord, findings: hostile, header, footer }).join('')).not.to.match(/\p{C}/u);
  });

  it('says the same with colour as without', () => {
    const colored = terminal.render(fixtureRecord, { color: true, width: 80, files });
    expect(colored).to.contain('\u001b[');
    expect(stripVTControlCharacters(colored).trimEnd().split('\n')).to.deep.equal(plain(fixtureRecord));
  });

  it('is short where all is well', () => {
    const cases = fixtureRecord.cases.filter(({ verdict }) => verdict.kind === 'conforms');
    const text = plain({ ...fixtureRecord, cases, findings: [] }).join('\n');
    expect(text).to.contain('✓ cognito-local conforms to the 2026-11-13 contract on all 2 judged clauses.');
    expect(text).not.to.match(/finding/i);
  });

  it('stays within a narrow window', () => {
    const wide = plain(fixtureRecord, 50).filter((line) => columnCount(line) > 50);
    expect(wide.filter((line) => !/--|npx|record\.jsonl/.test(line))).to.deep.equal([]);
  });
});
