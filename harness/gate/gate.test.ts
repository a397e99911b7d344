import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import type { Finding, RunRecord } from '../record/record.ts';
import { type Baseline, type BaselineEntry, emptyBaseline } from './baseline.ts';
import { readBaseline, writeBaseline } from './baselineFile.ts';
import { baselineProblems } from './baselineProblems.ts';
import { evaluateGate, type GateRules } from './evaluateGate.ts';
import { pruneBaseline } from './pruneBaseline.ts';
import { updateBaseline } from './updateBaseline.ts';

/** The fixture without the case of ours that failed, so that findings alone decide. */
const record: RunRecord = {
  ...fixtureRecord,
  cases: fixtureRecord.cases.filter(({ verdict }) => verdict.kind !== 'errored'),
};
const ids = record.findings.map(({ id }) => id);
const full = updateBaseline(emptyBaseline, record);

function rules(baseline: Baseline | null, other: Partial<GateRules> = {}): GateRules {
  const baselineSource = baseline === null ? null : { path: 'baseline.json', baseline };
  return {
    failOn: 'must',
    requireErrors: [],
    strictBaseline: false,
    strictCoverage: false,
    baselineSource,
    today: '2026-12-01',
    ...other,
  };
}

function without(id: string): RunRecord {
  return { ...record, findings: record.findings.filter((finding) => finding.id !== id) };
}

function withEntry(id: string, change: Partial<BaselineEntry>): Baseline {
  return {
    ...full,
    findings: full.findings.map((entry) => (entry.finding === id ? { ...entry, ...change } : entry)),
  };
}

const name = 'pool-name.pattern/accepted-invalid/200';
const date = 'request.last-modified-date/wrong-state/unmoved';

describe('the gate', () => {
  it('fails on findings of the given level and above', () => {
    const only = (id: string) => ({ ...record, findings: record.findings.filter((finding) => finding.id === id) });
    expect(evaluateGate(only(date), rules(null)).passed).to.equal(true);
    expect(evaluateGate(only(date), rules(null, { failOn: 'should' })).passed).to.equal(true);
    expect(evaluateGate(only(date), rules(null, { failOn: 'may' }))).to.deep.include({
      passed: false,
      against: [date],
    });
    expect(evaluateGate(only(name), rules(null)).reasons).to.deep.equal(['findings']);
  });

  it('says what the run left behind, and what the target does not implement, where there is either', () => {
    const whole = evaluateGate(record, rules(null));
    expect(whole).not.to.have.any.keys('leftBehind', 'notImplemented');
    const footer = { ...record.footer, notDeleted: ['us-east-1_A'] };
    expect(evaluateGate({ ...record, footer }, rules(null)).leftBehind).to.match(
      /could not be deleted: us-east-1_A\.$/,
    );
  });

  it('leaves out members that the target does not implement, at level must and unless coverage is strict', () => {
    const [line] = record.cases;
    const [finding] = record.findings;
    if (line === undefined || finding === undefined) throw new Error('The fixture is empty.');
    const found = [
      { clause: 'user-pool-tier.sent', kind: 'wrong-state' },
      { clause: 'user-pool-tier.enum', kind: 'accepted-invalid' },
    ] as const;
    const about = { member: 'UserPoolTier', level: 'must', expected: '', actual: '', answerClass: '200' } as const;
    const cases = found.map((one) => ({
      ...line,
      id: one.clause,
      clause: one.clause,
      member: about.member,
      changed: {},
      verdict: { kind: 'deviates' as const, deviations: [{ ...about, ...one }] },
    }));
    const findings = found.map((one) => ({ ...finding, ...about, ...one, id: `${one.clause}/${one.kind}/200` }));
    const without = { ...record, cases, findings };
    const ofGate = (other: Partial<GateRules>) => evaluateGate(without, rules(null, other));
    expect(ofGate({})).to.deep.include({ passed: true, against: [], notImplemented: findings.map(({ id }) => id) });
    for (const other of [{ strictCoverage: true }, { failOn: 'should' }] as const)
      expect(ofGate(other)).to.deep.include({ passed: false, against: findings.map(({ id }) => id) });
  });

  it('fails on a required error that requests were to get and none got', () => {
    const [line] = record.cases;
    if (line === undefined) throw new Error('The fixture is empty.');
    const due = { kind: 'rejected', errors: ['NotAuthorizedException'] } as const;
    const missed = { ...record, cases: [...record.cases, { ...line, id: 'x', expectation: due }] };
    const required = rules(null, { requireErrors: ['NotAuthorizedException'] });
    expect(evaluateGate(missed, required).missingErrors).to.deep.equal(['NotAuthorizedException']);
  });

  it('passes findings of the baseline and fails on new ones', () => {
    expect(evaluateGate(record, rules(full))).to.deep.include({ passed: true, known: ids, new: [] });
    const gate = evaluateGate(
      record,
      rules({ ...full, findings: full.findings.filter(({ finding }) => finding !== name) }),
    );
    expect(gate).to.deep.include({ passed: false, new: [name], against: [name], reasons: ['findings'] });
  });

  it('matches baseline entries by target', () => {
    expect(evaluateGate(record, rules(withEntry(name, { target: 'another' }))).new).to.deep.equal([name]);
  });

  it('passes an accepted finding until its expiry date and fails on the day after', () => {
    const baseline = withEntry(name, { expires: '2026-12-01' });
    expect(evaluateGate(record, rules(baseline)).passed).to.equal(true);
    const late = evaluateGate(record, rules(baseline, { today: '2026-12-02' }));
    expect(late).to.deep.include({ passed: false, expired: [name], against: [name], reasons: ['expired'] });
  });

  it('knows what a drawn case shows whatever of it hangs on the draw, and what a fixed case shows by its id alone', () => {
    const [shown] = record.findings;
    const [template] = record.cases;
    if (shown === undefined || template === undefined) throw new Error('The fixture is empty.');
    const newOnes = (id: string, phase: Finding['phase'], known: readonly string[], cases: RunRecord['cases'] = []) => {
      const entries = known.map((finding) => ({ ...entryFor(name), finding }));
      const finding = { ...shown, id, clause: (id.split('/')[0] ?? '').replace(/@.*/, ''), phase };
      const run = { ...record, findings: [finding], cases };
      return evaluateGate(run, rules({ ...emptyBaseline, findings: entries })).new;
    };
    const mirrored = 'request.mirrored@EmailVerificationMessage/wrong-state';
    expect(newOnes(`${mirrored}/absent`, 'fuzz', [`${mirrored}/unchanged`])).to.deep.equal([]);
    expect(newOnes(`${mirrored}/absent`, 'boundary', [`${mirrored}/unchanged`])).to.have.length(1);
    expect(
      newOnes(`${mirrored}/absent`, 'fuzz', ['request.mirrored@SmsVerificationMessage/wrong-state/absent']),
    ).to.have.length(1);
    const stored = (place: string) => `request.unknown-members-ignored@${place}/wrong-state/stored`;
    expect(newOnes(stored('Policies'), 'fuzz', [stored('LambdaConfig')])).to.deep.equal([]);
    expect(newOnes('wire.unknown-members/wrong-state/stored', 'fuzz', [stored('LambdaConfig')])).to.deep.equal([]);
    expect(newOnes(stored('Policies'), 'fuzz', [])).to.have.length(1);
    const accepted = (clause: string) => `${clause}/accepted-invalid/200`;
    const several = accepted('request.several-faults');
    const deviation = {
      clause: 'request.several-faults',
      kind: 'accepted-invalid',
      answerClass: '200',
      member: '',
    } as const;
    const judged = { level: 'must', expected: '', actual: '' } as const;
    const clause = 'request.several-faults';
    const verdict = { kind: 'deviates', deviations: [{ ...deviation, ...judged }] } as const;
    const one = { ...template, clause, breaks: ['pool-name.max', 'pool-name.pattern'], verdict };
    const both = [accepted('pool-name.max'), accepted('pool-name.pattern')];
    expect(newOnes(several, 'fuzz', both, [one])).to.deep.equal([]);
    expect(newOnes(several, 'fuzz', both.slice(0, 1), [one])).to.deep.equal([several]);
  });

  it('reports fixed findings apart from findings that were not tested', () => {
    expect(evaluateGate(without(name), rules(full))).to.deep.include({ passed: true, fixed: [name], notTested: [] });
    const untested = { ...without(name), cases: [...record.cases].filter(({ id }) => id !== 'fuzz/PoolName/5f1c') };
    expect(evaluateGate(untested, rules(full))).to.deep.include({ fixed: [], notTested: [name] });
    const skipped = [...record.cases].map((line) =>
      line.id === 'fuzz/PoolName/5f1c' ? { ...line, verdict: { kind: 'skipped' as const, why: 'no pool' } } : line,
    );
    expect(evaluateGate({ ...without(name), cases: skipped }, rules(full)).notTested).to.deep.equal([name]);
  });

  it('reports the expected cases that vanished', () => {
    const gone = 'boundary/PoolName/max/over';
    const lacking = { ...record, cases: [...record.cases].filter(({ id }) => id !== gone) };
    const vanished = (run: RunRecord) => evaluateGate(run, rules(full)).vanished;
    expect(vanished(lacking)).to.deep.equal([gone]);
    expect(vanished({ ...lacking, header: { ...lacking.header, only: 'MfaConfiguration' } })).to.deep.equal([]);
    expect(vanished({ ...lacking, header: { ...lacking.header, phases: ['examples'] } })).to.deep.equal([]);
    expect(vanished({ ...lacking, header: { ...lacking.header, edition: '2022-05-24' } })).to.deep.equal([]);
    expect(vanished({ ...lacking, footer: { ...lacking.footer, failedFast: true } })).to.deep.equal([]);
  });

  it('fails on a stale baseline in strict mode, except on a shard', () => {
    const strict = rules(full, { strictBaseline: true });
    expect(evaluateGate(record, strict).passed).to.equal(true);
    expect(evaluateGate(without(name), strict).reasons).to.deep.equal(['stale-baseline']);
    const lacking = { ...record, cases: [...record.cases].filter(({ id }) => id !== 'boundary/PoolName/max/over') };
    expect(evaluateGate(lacking, strict).reasons).to.deep.equal(['stale-baseline']);
    const shard = { ...without(name), header: { ...record.header, shard: { index: 1, of: 2 } } };
    expect(evaluateGate(shard, strict).passed).to.equal(true);
  });

  it('fails on a required error that no answer matched, except on a shard', () => {
    const required = rules(full, { requireErrors: ['ResourceNotFoundException', 'UserPoolTaggingException'] });
    expect(evaluateGate(record, required)).to.deep.include({
      passed: false,
      missingErrors: ['UserPoolTaggingException'],
      reasons: ['missing-errors'],
    });
    const shard = { ...record, header: { ...record.header, shard: { index: 1, of: 2 } } };
    expect(evaluateGate(shard, required).passed).to.equal(true);
  });

  it('fails on an incomplete run', () => {
    const footer = { ...record.footer, interrupted: 'SIGINT' };
    expect(evaluateGate({ ...record, footer }, rules(full)).reasons).to.deep.equal(['incomplete-run']);
    expect(evaluateGate(fixtureRecord, rules(full)).reasons).to.deep.equal(['incomplete-run']);
  });
});

describe('the baseline', () => {
  it('starts with every finding, its date, and the cases of the phases that do not depend on the seed', () => {
    expect(full.findings.map(({ finding }) => finding)).to.deep.equal(ids.toSorted());
    expect(full.findings[0]).to.include({ target: 'cognito-local', firstSeen: '2026-11-22', lastSeen: '2026-11-22' });
    expect(full.cases.map(({ phase }) => phase)).to.deep.equal(['boundary', 'errors', 'examples', 'wire']);
    expect(baselineProblems(JSON.parse(JSON.stringify(full)))).to.deep.equal([]);
  });

  it('keeps first day, reason, expiry, unknown members and other targets on update', () => {
    const own = withEntry(name, {
      firstSeen: '2025-01-01',
      reason: 'wontfix',
      expires: '2025-01-01',
      ...{ owner: 'me' },
    });
    const other = { ...entryFor(name), target: 'another', lastSeen: '2025-02-02' };
    const before = { ...own, findings: [...own.findings, other], ...{ comment: 'ours' } };
    const after = updateBaseline(before, record);
    expect(after).to.include({ comment: 'ours' });
    expect(after.findings[0]).to.deep.equal(other);
    expect(
      after.findings.find(({ finding, target }) => finding === name && target === 'cognito-local'),
    ).to.deep.include({
      firstSeen: '2025-01-01',
      lastSeen: '2026-11-22',
      reason: 'wontfix',
      expires: '2025-01-01',
      owner: 'me',
    });
    expect(updateBaseline(after, record)).to.deep.equal(after);
  });

  it('names the case that shows a finding now if the old case is gone', () => {
    const after = updateBaseline(withEntry(name, { case: 'fuzz/gone' }), record);
    expect(after.findings.find(({ finding }) => finding === name)?.case).to.equal('fuzz/PoolName/5f1c');
  });

  it('loses fixed and vanished entries when pruned, but nothing that was not tested', () => {
    const untested = { ...entryFor(name), finding: 'a/b/c', case: 'fuzz/elsewhere' };
    const stranger = { ...entryFor(name), target: 'another' };
    const run = { ...without(name), cases: [...record.cases].filter(({ id }) => id !== 'boundary/PoolName/max/over') };
    const after = pruneBaseline({ ...full, findings: [...full.findings, untested, stranger] }, run);
    const kept = full.findings.filter(({ finding }) => finding !== name);
    expect(after.findings).to.deep.equal([...kept, untested, stranger]);
    expect(after.cases.flatMap((list) => list.ids)).not.to.include('boundary/PoolName/max/over');
    expect(evaluateGate(run, rules(after, { strictBaseline: true })).passed).to.equal(true);
  });

  it('survives writing and reading unchanged', () => {
    const path = join(temporaryFolder(), 'baseline.json');
    writeBaseline(path, full);
    const text = readFileSync(path, 'utf8');
    writeBaseline(path, readBaseline(path) ?? emptyBaseline);
    expect(readFileSync(path, 'utf8')).to.equal(text);
    expect(readBaseline(`${path}.none`)).to.equal(undefined);
  });

  it('is rejected with all of its problems at once', () => {
    const path = join(temporaryFolder(), 'baseline.json');
    const entry = { ...entryFor(name), expires: '2027-02-30', lastSeen: 'soon', ticket: undefined };
    const list = { edition: '1999-01-01', basis: 'observed', phase: 'boundary', ids: 'all' };
    writeFileSync(path, JSON.stringify({ ...full, findings: [entry, { ...entryFor(name) }], cases: [list] }));
    expect(() => readBaseline(path))
      .to.throw(/findings\[0\]\.ticket is missing/)
      .with.property('message')
      .that.matches(/findings\[0\]\.lastSeen must be a date such as 2027-01-31, not "soon"/)
      .and.matches(/expires must be a date such as 2027-01-31, not "2027-02-30"/)
      .and.matches(/findings contains cognito-local · pool-name\.pattern\/accepted-invalid\/200 twice/)
      .and.matches(/cases\[0\]\.edition must be one of/)
      .and.matches(/cases\[0\]\.ids must be a list/);
    for (const [text, says] of [
      ['{', /not a baseline/],
      ['[]', /it must be an object/],
      ['{"format":"poolproof-baseline","version":2}', /version must be 1, not 2/],
    ] as const) {
      writeFileSync(path, text);
      expect(() => readBaseline(path)).to.throw(says);
    }
  });
});

function entryFor(id: string): BaselineEntry {
  const entry = full.findings.find(({ finding }) => finding === id);
  if (entry === undefined) throw new Error(`The fixture has no finding ${id}.`);
  return entry;
}
