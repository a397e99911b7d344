import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import { contractOf } from '../../specs/contract.ts';
import { isConfirmed } from '../../specs/isConfirmed.ts';
import { newMock, recordRun } from '../dev/recordRun.ts';
import { mutantFetch } from '../targets/mutants/mutantFetch.ts';
import { mutantsOf } from '../targets/mutants/mutantsOf.ts';
import type { AnswerLine, CaseLine, RunRecord } from './record.ts';
import { rejudge } from './rejudge.ts';

const contract = contractOf('2026-11-13', 'observed');

function mutant(id: string) {
  const found = mutantsOf(contract).find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no mutant ${id}.`);
  return mutantFetch(found, contract, 'us-east-1');
}

const succeeded: Extract<AnswerLine, { readonly kind: 'answered' }> = {
  kind: 'answered',
  status: 200,
  error: null,
  message: null,
  body: '{}',
  headers: {},
  ms: 1,
};

/** The record with other case lines. */
function withCases(record: RunRecord, change: (line: CaseLine) => CaseLine): RunRecord {
  return { ...record, cases: [...record.cases].map(change) };
}

describe('a record judged again', () => {
  let faultless: RunRecord;
  before(async () => {
    faultless = (await recordRun(newMock())).record;
  });

  it('says of a faultless run what the run said, case for case', () => {
    const { record, changes, carriedOver } = rejudge(faultless);
    expect(changes).to.deep.equal([]);
    expect([...record.cases].map(({ verdict }) => verdict.kind)).to.deep.equal(
      [...faultless.cases].map(({ verdict }) => verdict.kind),
    );
    expect(carriedOver).to.be.below([...faultless.cases].length / 10);
    expect(record.header.target.kind).to.equal('record');
  });

  for (const id of ['constraint/Policies.PasswordPolicy.MinimumLength/max/looser', 'constraint/PoolName/max/dropped']) {
    it(`keeps the findings of ${id}`, async () => {
      const { record } = await recordRun(mutant(id), id.split('/')[1]);
      expect(record.findings, id).not.to.be.empty;
      const again = rejudge(record);
      expect(again.changes).to.deep.equal([]);
      expect(again.record.findings).to.deep.equal(record.findings);
    });
  }

  it('finds what an answer or a state says otherwise than the recorded verdict', () => {
    const judgedWrongly = withCases(faultless, (line) =>
      line.id === 'boundary/PoolName/max/over'
        ? {
            ...line,
            answer: succeeded,
          }
        : line,
    );
    const { changes, record } = rejudge(judgedWrongly);
    expect(changes.map((change) => change.case)).to.include('boundary/PoolName/max/over');
    expect(record.findings.map(({ id }) => id)).to.include('pool-name.max/accepted-invalid/200');
  });

  it('lets a finding go that today nobody would make', () => {
    const id = 'boundary/PoolName/max/at';
    const deviation = {
      clause: 'pool-name.max',
      member: 'PoolName',
      kind: 'rejected-valid',
      level: 'must',
      expected: 'x',
      actual: 'x',
      answerClass: 'InvalidParameterException',
    } as const;
    const found = withCases(faultless, (line) =>
      line.id === id ? { ...line, verdict: { kind: 'deviates', deviations: [deviation] } } : line,
    );
    expect([...found.cases].some(({ verdict }) => verdict.kind === 'deviates')).to.equal(true);
    const { changes } = rejudge(found);
    expect(changes.map((change) => [change.case, change.before.kind, change.after.kind])).to.deep.equal([
      [id, 'deviates', 'conforms'],
    ]);
  });

  it('tells a case that deviates otherwise than it was said to', async () => {
    const { record } = await recordRun(mutant('constraint/PoolName/max/dropped'), 'PoolName');
    const [line] = [...record.cases].filter(({ verdict }) => verdict.kind === 'deviates');
    const deviations = line?.verdict.kind === 'deviates' ? line.verdict.deviations : [];
    const other = deviations.map((one) => ({ ...one, clause: 'pool-name.pattern' }));
    const said = withCases(record, (each) =>
      each.id === line?.id ? { ...each, verdict: { kind: 'deviates', deviations: other } } : each,
    );
    expect(rejudge(said).changes.map((change) => [change.case, change.after])).to.deep.equal([
      [line?.id, { kind: 'deviates', deviations }],
    ]);
  });

  const restingOnMore: Readonly<Record<string, Partial<CaseLine>>> = {
    'the account of the run': { verdict: { kind: 'undecided', why: 'The account may not do this.' } },
    'a fault of our own': { verdict: { kind: 'errored', why: 'A fault of our own.' } },
    'another member that was refused': {
      verdict: { kind: 'inconclusive', why: 'Another member is refused.' },
      spoiledBy: 'PoolName',
    },
  };
  for (const [name, more] of Object.entries(restingOnMore)) {
    it(`takes a verdict as it was that rests on ${name}`, () => {
      const id = 'boundary/PoolName/max/over';
      const said = withCases(faultless, (line) => (line.id === id ? { ...line, ...more } : line));
      const { record, changes, carriedOver } = rejudge(said);
      expect(changes).to.deep.equal([]);
      expect([...record.cases].find((line) => line.id === id)?.verdict).to.deep.equal(more.verdict);
      expect(carriedOver).to.equal(rejudge(faultless).carriedOver + 1);
    });
  }

  it('keeps a finding that was attributed to another member, by kind and answer of its case, as long as the case deviates', async () => {
    const { record } = await recordRun(mutant('constraint/PoolName/max/dropped'), 'PoolName');
    const [finding] = record.findings;
    if (finding === undefined) throw new Error('The mutant was not found.');
    const elsewhere = (more: Partial<typeof finding>) => {
      const moved = { ...finding, id: 'policies.omitted/accepted-invalid/200', clause: 'policies.omitted', ...more };
      return rejudge({ ...record, findings: [moved] }).record.findings.map(({ id }) => id);
    };
    expect(elsewhere({})).to.deep.equal(['policies.omitted/accepted-invalid/200']);
    expect(elsewhere({ kind: 'wrong-error' })).not.to.include('policies.omitted/accepted-invalid/200');
    expect(elsewhere({ case: 'boundary/PoolName/max/at' })).not.to.include('policies.omitted/accepted-invalid/200');
    expect(elsewhere({ id: 'policies.omitted/accepted-invalid/201' })).not.to.include(
      'policies.omitted/accepted-invalid/201',
    );
  });

  it('counts for a finding the cases that deviate today', async () => {
    const { record } = await recordRun(mutant('constraint/PoolName/max/dropped'), 'PoolName');
    const [deviating] = [...record.cases].filter(({ verdict }) => verdict.kind === 'deviates').slice(-1);
    const [found] = record.findings;
    if (deviating === undefined || found === undefined || found.count < 2)
      throw new Error('The mutant was not found twice.');
    const error = { __type: 'InvalidParameterException', message: 'Too long.' };
    const refused = {
      ...succeeded,
      status: 400,
      error: error.__type,
      message: error.message,
      body: JSON.stringify(error),
    };
    const answer = { ...refused, headers: { 'x-amzn-requestid': '1', 'content-type': 'application/x-amz-json-1.1' } };
    const changed = withCases(record, (line) => (line.id === deviating.id ? { ...line, answer, changed: {} } : line));
    const again = rejudge(changed);
    expect(again.changes.map(({ case: id, after }) => [id, after.kind])).to.deep.equal([[deviating.id, 'conforms']]);
    expect(again.record.findings.map(({ id, count }) => [id, count])).to.deep.equal([[found.id, found.count - 1]]);
  });

  it('by confirmed clauses alone leaves out what others say, also of a case that is taken as it was', () => {
    const unconfirmed = contract.clauses.find(({ id }) => !isConfirmed(contract, id))?.id ?? '';
    const about = { clause: unconfirmed, member: '', kind: 'accepted-invalid', level: 'must' } as const;
    const deviation = { ...about, expected: '', actual: '', answerClass: '200' };
    const { pools: _none, ...older } = withCases(faultless, (line) => ({
      ...line,
      verdict: { kind: 'deviates', deviations: [deviation] },
    }));
    const deviating = (record: RunRecord) => [...record.cases].filter(({ verdict }) => verdict.kind === 'deviates');
    expect(deviating(rejudge(older).record)).to.have.length([...older.cases].length);
    expect(deviating(rejudge(older, 'observed', true).record)).to.have.length(0);
    const ofWire = contract.clauses.find(
      ({ id, constraint: { kind } }) => kind === 'wire' && !isConfirmed(contract, id),
    );
    const findings = fixtureRecord.findings.slice(0, 1).map((one) => ({ ...one, id: 'x', clause: ofWire?.id ?? '' }));
    expect(rejudge({ ...older, findings }).record.findings.map(({ id }) => id)).to.include('x');
    expect(rejudge({ ...older, findings }, 'observed', true).record.findings).to.deep.equal([]);
  });

  it('by confirmed clauses alone finds what those say', () => {
    const isTold = ({ clause, expectation, answer }: CaseLine) =>
      isConfirmed(contract, clause) && expectation.kind === 'rejected' && answer.kind === 'answered';
    const line = [...faultless.cases].find(isTold);
    if (line === undefined) throw new Error('No confirmed rule was broken.');
    const answer = { ...succeeded, headers: { 'x-amzn-requestid': '1' } };
    const wrong = withCases(faultless, (each) => (each.id === line.id ? { ...each, answer } : each));
    const found = rejudge(wrong, 'observed', true).record.findings;
    expect(found.map(({ id, case: one }) => [id, one])).to.deep.include([
      `${line.clause}/accepted-invalid/200`,
      line.id,
    ]);
  });

  it('judges by the other basis where that is asked for', () => {
    const { changes, record } = rejudge(faultless, 'documented');
    expect(changes).not.to.be.empty;
    expect(record.header.basis).to.equal('documented');
  });

  it('takes a record without pools as it is', () => {
    const { pools: _none, ...older } = faultless;
    const { changes, carriedOver } = rejudge(older);
    expect(changes).to.deep.equal([]);
    expect(carriedOver).to.equal([...faultless.cases].length);
  });
});
