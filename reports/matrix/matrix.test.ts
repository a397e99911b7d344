import { expect } from 'chai';
import type { RunRecord } from '../../harness/record/record.ts';
import { fixtureRecord, hostileText } from '../fixtureRecord.ts';
import { buildMatrix } from './buildMatrix.ts';
import { matrixHtml } from './matrixHtml.ts';
import { matrixMarkdown } from './matrixMarkdown.ts';

const clean: RunRecord = {
  ...fixtureRecord,
  header: { ...fixtureRecord.header, edition: '2022-05-24', target: { id: 'mock', kind: 'mock', endpoint: null } },
  cases: fixtureRecord.cases.filter(({ verdict }) => verdict.kind === 'conforms'),
  findings: [],
};
const matrix = buildMatrix([fixtureRecord, clean]);
const rowOf = (member: string) => matrix.members.find((row) => row.member === member)?.cells;

describe('the matrix', () => {
  it('has a column for each record and a row for each error and for each member of any edition', () => {
    expect(matrix.columns.map(({ title }) => title)).to.deep.equal(['cognito-local', 'mock']);
    expect(matrix.errors.map(({ code }) => code).slice(0, 11)).to.deep.equal([
      480, 481, 482, 483, 484, 485, 486, 487, 488, 489, 490,
    ]);
    expect(rowOf('PoolName')?.[0]?.state).to.equal('deviates');
    expect(rowOf('UserPoolTier')).to.have.length(2);
    expect(rowOf('UserPoolTier')?.[1]).to.equal(null);
    for (const { cells } of [...matrix.members, ...matrix.errors]) expect(cells).to.have.length(2);
  });

  it('tells columns of the same target apart', () => {
    const titles = buildMatrix([fixtureRecord, fixtureRecord, { ...fixtureRecord }]).columns.map(({ title }) => title);
    expect(titles[0]).to.equal('cognito-local (1)');
    expect(titles[2]).to.equal('cognito-local (3)');
  });

  it('says the same as Markdown and as a page', () => {
    const text = matrixMarkdown(matrix);
    expect(text).to.contain('|  | cognito\\-local | mock |');
    expect(text).to.match(/\| `UserPoolTier` \| 🚫 unsupported \| not in the edition \|/);
    expect(text).to.match(/\| 480 ResourceNotFoundException \| ✅ 1 of 1 \| ✅ 1 of 1 \|/);
    const page = matrixHtml(matrix);
    expect(page).to.contain('<th scope="row"><code>UserPoolTier</code></th>');
    expect(page).to.contain('480 ResourceNotFoundException');
    expect(page).not.to.match(/<script|\ssrc=|@import|url\(/i);
  });

  it('names columns by target and version', () => {
    const target = { ...fixtureRecord.header.target, version: '5.3.0' };
    const versioned = { ...fixtureRecord, header: { ...fixtureRecord.header, target } };
    const titles = buildMatrix([versioned, fixtureRecord, { ...versioned }]).columns.map(({ title }) => title);
    expect(titles).to.deep.equal(['cognito-local 5.3.0 (1)', 'cognito-local', 'cognito-local 5.3.0 (2)']);
  });

  it('compares the answers case by case: how far two targets agree, and who answered what', () => {
    const refusing: RunRecord = {
      ...fixtureRecord,
      cases: [...fixtureRecord.cases].map((line) =>
        line.answer.kind === 'answered' && line.answer.status === 200
          ? { ...line, answer: { ...line.answer, status: 500, error: 'InternalErrorException' } }
          : line,
      ),
    };
    const { answers } = buildMatrix([fixtureRecord, refusing]);
    const accepted = fixtureRecord.cases.filter(({ answer }) => answer.kind === 'answered' && answer.status === 200);
    expect(answers.shared - answers.alike).to.equal(accepted.length);
    expect(answers.patterns).to.have.length(1);
    expect(answers.patterns[0]).to.deep.include({
      answers: ['accepted', 'InternalErrorException'],
      count: accepted.length,
    });
    expect(answers.agreement[0]?.[1]).to.deep.equal({ alike: answers.alike, shared: answers.shared });
    expect(answers.agreement[1]?.[1]?.alike).to.equal(answers.shared);
    expect(matrixHtml(buildMatrix([fixtureRecord, refusing]))).to.contain('<td>InternalErrorException</td>');
    expect(matrixMarkdown(buildMatrix([fixtureRecord, refusing]))).to.contain('| accepted | InternalErrorException |');
  });

  it('lets no name out of its place', () => {
    const target = { id: hostileText, kind: 'endpoint', endpoint: null } as const;
    const hostile = buildMatrix([{ ...fixtureRecord, header: { ...fixtureRecord.header, target } }]);
    expect(matrixHtml(hostile)).not.to.contain('<script');
    expect(matrixMarkdown(hostile)).not.to.contain('<script');
  });
});
