import { expect } from 'chai';
import { type CTRFReport, validate } from 'ctrf';
import { summaryOf } from '../harness/figures/summary.ts';
import { ctrf } from './ctrf.ts';
import { fixtureRecord } from './fixtureRecord.ts';

const report = JSON.parse(ctrf.render(fixtureRecord, { color: false, width: 80 })) as CTRFReport;
const testOf = (name: string) => report.results.tests.find((test) => test.name === name);

describe('the ctrf report', () => {
  it('is valid by the schema of the format', () => {
    expect(validate(report)).to.deep.include({ valid: true });
  });

  it('has a test for each clause and one for the gate, and a summary that counts them', () => {
    const { tests, summary } = report.results;
    expect(tests.map(({ name }) => name)).to.deep.equal([
      ...summaryOf(fixtureRecord).clauses.map(({ id }) => id),
      'gate',
    ]);
    expect(summary.passed + summary.failed + summary.skipped + summary.pending + summary.other).to.equal(summary.tests);
    // One of them is the gate: a case of the run could not be judged.
    expect(summary.failed).to.equal(6);
  });

  it('says what failed, how to show it again, and the level and findings beside', () => {
    const test = testOf('policies.password-policy.minimum-length.max');
    expect(test?.status).to.equal('failed');
    expect(test?.message).to.contain('Rejected with InvalidParameterException. Accepted with 200');
    expect(test?.trace).to.contain('poolproof replay');
    expect(test?.extra).to.include({ level: 'must', member: 'Policies.PasswordPolicy.MinimumLength' });
    expect(testOf('pool-name.max')?.status).to.equal('passed');
    expect(testOf('user-pool-tags.empty')?.status).to.equal('other');
  });
});
