import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import { drawFindings, scriptCheck, scriptCheckSentence } from './checkScripts.ts';

const [first] = fixtureRecord.findings;
if (first === undefined) throw new Error('The fixture has no finding.');
const findings = Array.from({ length: 40 }, (_, index) => ({ ...first, id: `clause-${index}/kind`, reproduced: true }));

describe('the findings whose scripts are checked', () => {
  const drawn = (seed: number, count: number) =>
    drawFindings({ ...fixtureRecord, header: { ...fixtureRecord.header, seed }, findings }, count).map(({ id }) => id);

  it('are drawn by the seed, each once, and all if there are no more', () => {
    expect(drawn(7, 15)).to.deep.equal(drawn(7, 15)).and.not.deep.equal(drawn(8, 15));
    expect(new Set(drawn(7, 15)).size).to.equal(15);
    expect(drawn(7, 99)).to.have.members(findings.map(({ id }) => id));
    expect(drawn(7, 0)).to.deep.equal([]);
  });

  it('are invalid requests that are accepted only where there are too few others', () => {
    const mixed = findings.map((one, index) => ({
      ...one,
      kind: index % 4 === 0 ? ('wrong-state' as const) : ('accepted-invalid' as const),
    }));
    const kinds = drawFindings({ ...fixtureRecord, findings: mixed }, 12).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'wrong-state')).to.have.length(10);
    expect(kinds.slice(10)).to.deep.equal(['accepted-invalid', 'accepted-invalid']);
  });
});

describe('what became of scripts', () => {
  const result = (finding: string, verdict: string, status = verdict === 'shown' ? 1 : 0) =>
    ({ finding, verdict, status, output: verdict, script: '' }) as const;
  const [a, b, c, d] = findings.map(({ id }) => id);
  if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('Too few findings.');
  const unsteady = findings.map((finding) => ({ ...finding, reproduced: finding.id !== d }));

  it('tells a finding that is not shown from one that no single script decides', () => {
    const results = [
      result(a, 'shown'),
      result(b, 'not shown'),
      result(c, 'not decided by this script'),
      result(d, ''),
    ];
    const check = scriptCheck(unsteady, results);
    expect(check).to.deep.equal({ drawn: 4, shown: 1, undecided: 2, notShown: [`${b}: not shown`] });
    expect(scriptCheckSentence(check)).to.equal(
      `1 of 4 scripts show their finding, 2 cannot be decided by one script\n  ${b}: not shown`,
    );
  });

  it('believes no script that says "shown" with another status, or nothing at all', () => {
    const { notShown } = scriptCheck(findings, [result(a, 'shown', 0), result(b, '')]);
    expect(notShown).to.deep.equal([`${a}: shown`, `${b}: no output`]);
    expect(scriptCheckSentence(scriptCheck([], []))).to.equal('no findings');
  });
});
