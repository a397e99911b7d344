import { expect } from 'chai';
import { summaryOf } from '../harness/figures/summary.ts';
import type { RunRecord } from '../harness/record/record.ts';
import { fixtureRecord, hostileText } from './fixtureRecord.ts';
import { issue } from './issue.ts';
import { reproduce } from './reproduce.ts';

const known: RunRecord = {
  ...fixtureRecord,
  header: { ...fixtureRecord.header, target: { ...fixtureRecord.header.target, version: '5.3.0' } },
};
const render = (finding?: string, record = known) =>
  issue.render(record, { color: false, width: 80, program: 'poolproof', finding });

describe('an issue for the tracker of a target', () => {
  const finding = known.findings.find(({ id }) => id.startsWith('policies.password-policy.minimum-length.max/'));

  it('has a title, what AWS does with source and date, what the target does, the script for curl and the versions', () => {
    if (finding === undefined) throw new Error('The fixture has no finding.');
    const text = render(finding.id);
    expect(text.split('\n')[0]).to.match(
      /^# UpdateUserPool: Policies\\?\.PasswordPolicy\\?\.MinimumLength: not enforced: /,
    );
    expect(text).to.contain('## What AWS does').and.contain('## What cognito\\-local 5.3.0 does');
    expect(text).to.match(/- model, 20\d\d-\d\d-\d\d: /);
    expect(text).to.contain(reproduce(finding, known, 'poolproof').curl.trimEnd());
    expect(text).to.contain('version 5.3.0').and.contain('edition 2026-11-13').and.contain('poolproof replay');
  });

  it('is about the most harmful cause where nothing is named, and about any cause by its id', () => {
    const [worst, other] = summaryOf(known).causes;
    expect(render()).to.contain(`# UpdateUserPool: ${worst?.says.replaceAll('-', '\\-')}`);
    expect(render(other?.id)).to.contain(other?.says ?? '?');
  });

  it('counts the findings of its cause in the singular and the plural', () => {
    const paragraphs = summaryOf(known).causes.map(({ id }) => render(id));
    for (const text of paragraphs)
      expect(text).to.match(/^(1 finding of a conformance run has|\d+ findings of .* have) /m);
  });

  it('says that the version is unknown where nothing tells it, and that there is nothing to report', () => {
    expect(render(undefined, fixtureRecord)).to.contain('version unknown');
    expect(render(undefined, { ...fixtureRecord, findings: [] })).to.equal('There is no finding to report.\n');
  });

  it('lists the findings of its cause where there are several, and says on which day they came', () => {
    const [one] = known.findings;
    if (one === undefined) throw new Error('The fixture has no finding.');
    const heading = '## All findings of this cause';
    expect(render(undefined, { ...known, findings: [one] })).not.to.contain(heading);
    const another = { ...one, id: `${one.id}-2` };
    expect(render(undefined, { ...known, findings: [one, another] })).to.contain(heading);
    expect(render()).to.contain(` on ${known.header.startedAt.slice(0, '2026-11-29'.length)}, seed`);
  });

  it('lets no value end its fence or format', () => {
    const hostile = {
      ...known,
      findings: known.findings.map((each) => ({ ...each, says: hostileText, actual: '```\n# x' })),
    };
    const text = render(undefined, hostile);
    const outside = text.replace(/^(`{3,})sh\n[\s\S]*?\n\1$/gm, '');
    expect(outside.match(/^# /gm)).to.have.lengthOf(1);
  });
});
