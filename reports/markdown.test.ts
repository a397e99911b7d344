import { expect } from 'chai';
import { gateOf } from '../harness/figures/gate.ts';
import { summaryOf } from '../harness/figures/summary.ts';
import type { Finding, RunRecord } from '../harness/record/record.ts';
import { fixtureRecord, hostileText } from './fixtureRecord.ts';
import { markdown } from './markdown.ts';

const render = (record: RunRecord): string => markdown.render(record, { color: false, width: 80 });
const page = render(fixtureRecord);

/** Every finding of the fixture so many times, each with a text put to its end. */
function crowded(times: number, text: string): RunRecord {
  const findings = Array.from({ length: times }, (_, index) =>
    fixtureRecord.findings.map(
      (finding): Finding => ({
        ...finding,
        id: `${finding.id}/${index}/${text}`,
        expected: `${finding.expected} ${text}`,
        actual: `${finding.actual} ${text}`,
      }),
    ),
  ).flat();
  return { ...fixtureRecord, findings };
}

describe('the markdown report', () => {
  it('begins with the verdict and the totals', () => {
    const { divergence, coverage } = summaryOf(fixtureRecord);
    expect(page.split('\n')[0]).to.match(/^## ❌ cognito\\-local deviates from the 2026\\-11\\-13 contract on 7 of 10/);
    expect(page).to.contain(`${divergence.deviating} of ${divergence.judged} judged clauses deviate`);
    expect(page).to.contain(`${coverage.implemented} of ${coverage.members} members`);
    expect(page.indexOf('| Cases |')).to.be.below(page.indexOf('What is wrong'));
    expect(page.indexOf('What is wrong')).to.be.below(page.indexOf('7 findings, worst first'));
  });

  it('caps its tables and says how many more there are', () => {
    const many = render(crowded(40, 'x'));
    expect(many).to.contain('\nand 240 more\n');
    // One fault of forty findings does not push the others out.
    for (const { id } of fixtureRecord.findings) expect(many).to.contain(`${id}/0/x`);
  });

  it('stays below 60,000 characters, whatever the findings hold', () => {
    for (const text of ['x', hostileText.repeat(500), '`|*_[<'.repeat(400), '漢'.repeat(5_000)]) {
      const long = render(crowded(60, text));
      expect(long.length).to.be.below(60_000);
      expect(long).to.contain('420 findings');
    }
  });

  it('keeps every row of a table in its columns and lets no value format, mention or break out', () => {
    const hostile = render(crowded(1, hostileText));
    const rows = hostile.split('\n').filter((line) => line.startsWith('| must'));
    const cells = (row: string): number => row.replaceAll('\\|', '').split('|').length;
    for (const row of rows.filter((line) => line.includes('replay'))) expect(cells(row)).to.equal(9);
    // What stands in code stays there: no value ends it.
    expect(hostile.replace(/(`+)(?!`).+?(?<!`)\1(?!`)/g, '')).not.to.contain('<script>');
    expect(hostile).not.to.match(/[^\P{C}\n\u200b]/u);
  });

  it('puts what the baseline does not know first, and says why the rest is accepted', () => {
    const [fresh = '', ...known] = fixtureRecord.findings.map(({ id }) => id).toReversed();
    const accepted = known.map((finding) => ({ finding, firstSeen: '2026-01-02', reason: 'wont|fix', ticket: 'T-7' }));
    const gate = { ...gateOf(fixtureRecord), baseline: 'baseline.json', known, new: [fresh], accepted };
    const beside = (passed: boolean) => render({ ...fixtureRecord, gate: { line: 'gate', ...gate, passed } });
    const [, , first = '', second = ''] = beside(true).split('| Baseline |')[1]?.split('\n') ?? [];
    expect(first).to.include(fresh).and.include('| **new** |');
    expect(second).to.include('| known since 2026\\-01\\-02 · wont\\|fix · T\\-7 |');
    expect([beside(true), beside(false)].map((text) => text.slice(3, 5).trim())).to.deep.equal(['⚠️', '❌']);
    expect(page).not.to.contain('| Baseline |');
  });

  it('says that all is well where it is', () => {
    const cases = fixtureRecord.cases.filter(({ verdict }) => verdict.kind === 'conforms');
    const clean = render({ ...fixtureRecord, cases, findings: [] });
    expect(clean).to.match(/^## ✅ .*conforms to/);
    expect(clean).not.to.contain('What is wrong');
  });
});
