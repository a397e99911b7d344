import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import { contractOf } from '../../specs/contract.ts';
import type { JsonObject } from '../../specs/json.ts';
import type { CaseLine, RunRecord, Verdict } from '../record/record.ts';
import { gateOf } from './gate.ts';
import { summaryOf } from './summary.ts';
import { worstFirst } from './worstFirst.ts';

const summary = summaryOf(fixtureRecord);
const [firstCase] = fixtureRecord.cases;

function caseWith(about: Partial<CaseLine>): CaseLine {
  if (firstCase === undefined) throw new Error('The fixture has no case.');
  return { ...firstCase, verdict: { kind: 'conforms' }, changed: {}, ...about };
}

function recordOf(cases: readonly CaseLine[], about: Partial<RunRecord> = {}): RunRecord {
  return { ...fixtureRecord, findings: [], ...about, cases };
}

const clauseOf = (id: string, { clauses } = summary) => clauses.find((clause) => clause.id === id);
const errorOf = (name: string, { errors } = summary) => errors.find((error) => error.name === name);

describe('summary', () => {
  it('counts every case under one verdict', () => {
    const { cases, ...byVerdict } = summary.totals;
    expect(cases).to.equal(13);
    expect(byVerdict).to.deep.equal({
      conforms: 2,
      deviates: 6,
      undecided: 1,
      inconclusive: 1,
      unsupported: 1,
      skipped: 1,
      errored: 1,
    });
    expect(Object.values(byVerdict).reduce((sum, count) => sum + count)).to.equal(cases);
  });

  it('lists the phases of the run with their cases, deviations and time', () => {
    expect(summary.phases.map(({ phase }) => phase)).to.deep.equal(fixtureRecord.header.phases);
    expect(summary.phases[1]).to.deep.equal({ phase: 'boundary', cases: 3, deviates: 2, durationMs: 900 });
    expect(summary.phases[4]).to.deep.equal({ phase: 'race', cases: 1, deviates: 0, durationMs: 0 });
  });

  it('counts a deviation where it happened and still judges the clause that the case was about', () => {
    expect(clauseOf('policies.password-policy.minimum-length.sent')).to.include({ cases: 1, conforms: 1, deviates: 0 });
    expect(clauseOf('request.last-modified-date')).to.include({ cases: 2, conforms: 0, deviates: 2 });
  });

  it('does not judge a clause by a case that ended in a server fault elsewhere', () => {
    const fault = fixtureRecord.cases.find(({ id }) => id === 'wire/torn-body')?.verdict ?? {
      kind: 'conforms' as const,
    };
    const run = summaryOf(recordOf([caseWith({ clause: 'pool-name.max', verdict: fault })]));
    expect(clauseOf('pool-name.max', run)).to.include({ cases: 1, conforms: 0, deviates: 0 });
  });

  it('holds every clause and member of the edition, tested or not', () => {
    const { clauses } = contractOf('2026-11-13', 'observed');
    expect(summary.clauses.length).to.be.at.least(clauses.length);
    expect(summary.members.filter(({ member }) => member !== '')).to.have.length(115);
    expect(summary.members.find(({ member }) => member === 'IssuerConfiguration')?.state).to.equal('not-tested');
  });

  it('shows a clause that only the record knows', () => {
    const run = summaryOf(recordOf([caseWith({ clause: 'gone.by.now', member: 'PoolName' })]));
    expect(clauseOf('gone.by.now', run)).to.include({ member: 'PoolName', level: 'may', conforms: 1 });
  });

  it('gives a member the state that matters most', () => {
    const states = Object.fromEntries(summary.members.map(({ member, state }) => [member, state]));
    expect(states).to.include({
      'Policies.PasswordPolicy.MinimumLength': 'deviates',
      PoolName: 'deviates',
      UserPoolId: 'conforms',
      UserPoolTier: 'unsupported',
    });
  });
});

describe('the error figures', () => {
  it('list 480 to 490 in order and then the later three', () => {
    expect(summary.errors.map(({ code }) => code)).to.deep.equal([
      480,
      481,
      482,
      483,
      484,
      485,
      486,
      487,
      488,
      489,
      490,
      null,
      null,
      null,
    ]);
  });

  it('tell what was due, what came, and by what', () => {
    expect(errorOf('ResourceNotFoundException')).to.deep.equal({
      code: 480,
      name: 'ResourceNotFoundException',
      expected: 1,
      matched: 1,
      unexpected: 0,
      deviating: 0,
      exercised: true,
      how: 'triggered by 1 request, answered with it once',
    });
    expect(errorOf('InvalidParameterException')).to.include({ expected: 4, matched: 1, exercised: true });
  });

  it('do not blame a target for an error that another one may stand in for', () => {
    const answer = {
      kind: 'answered' as const,
      status: 400,
      error: 'InvalidParameterException',
      message: null,
      body: '',
      headers: {},
      ms: 1,
    };
    const errors = ['UserPoolTaggingException', 'InvalidParameterException'];
    const replaced = caseWith({ answer, expectation: { kind: 'rejected', errors } });
    const figures = errorOf('UserPoolTaggingException', summaryOf(recordOf([replaced])));
    expect(figures).to.include({ expected: 1, matched: 0, deviating: 0 });
    expect(figures?.how).to.contain('another accepted error');
  });

  it('count throttling neither as matched nor as unexpected', () => {
    expect(errorOf('TooManyRequestsException')).to.include({ matched: 0, unexpected: 0, exercised: false });
    expect(errorOf('TooManyRequestsException')?.how).to.contain('no deviation');
  });

  it('count an error where none was expected as unexpected, and none where the contract is silent', () => {
    const answer = {
      kind: 'answered' as const,
      status: 400,
      error: 'NotAuthorizedException',
      message: null,
      body: '',
      headers: {},
      ms: 1,
    };
    const misplaced = caseWith({ answer, verdict: { kind: 'deviates', deviations: [] } });
    const silent = caseWith({
      answer,
      expectation: { kind: 'open', why: '' },
      verdict: { kind: 'undecided', why: '' },
    });
    expect(errorOf('NotAuthorizedException', summaryOf(recordOf([misplaced, silent])))).to.include({
      expected: 0,
      unexpected: 1,
      exercised: false,
    });
  });

  it('say of an error that was not triggered what it would take, and of a later one that the edition lacks it', () => {
    expect(errorOf('InvalidSmsRoleAccessPolicyException')?.how).to.match(
      /^not triggered: no fixture of a role .* see --fixtures$/,
    );
    const old = summaryOf(recordOf([], { header: { ...fixtureRecord.header, edition: '2022-05-24' } }));
    expect(errorOf('TierChangeNotAllowedException', old)?.how).to.equal('not declared in the edition of 2022-05-24');
  });
});

describe('coverage and divergence', () => {
  const refused = { kind: 'rejected', errors: ['InvalidParameterException'] } as const;
  const refusal = {
    kind: 'answered' as const,
    status: 400,
    error: 'InvalidParameterException',
    message: null,
    body: '',
    headers: {},
    ms: 1,
  };
  const broken = caseWith({ clause: 'pool-name.max', member: 'PoolName', expectation: refused, answer: refusal });
  const valid = caseWith({ clause: 'pool-name.max', member: 'PoolName' });

  it('count a member as implemented for a refusal only where the target also accepts something', () => {
    expect(summaryOf(recordOf([broken])).coverage.implemented).to.equal(0);
    expect(summaryOf(recordOf([broken, valid])).coverage.implemented).to.equal(1);
  });

  it('do not take an accepted request for an effect', () => {
    expect(summaryOf(recordOf([valid])).coverage).to.deep.equal({ implemented: 0, tested: 1, members: 115 });
  });

  it('count a stored member together with what holds it', () => {
    const stored = caseWith({
      clause: 'policies.password-policy.minimum-length.sent',
      member: 'Policies.PasswordPolicy.MinimumLength',
      request: { UserPoolId: '{UserPoolId}', Policies: { PasswordPolicy: { MinimumLength: 12 } } },
      changed: { Policies: { PasswordPolicy: { MinimumLength: 12 } } },
    });
    const clauseExists = contractOf('2026-11-13', 'observed').byId.has(stored.clause);
    expect(clauseExists, 'the contract has a clause on what was sent').to.equal(true);
    // MinimumLength, PasswordPolicy and Policies: what has an effect is not among what was not tested.
    expect(summaryOf(recordOf([stored])).coverage).to.deep.equal({ implemented: 3, tested: 3, members: 115 });
  });

  it('count what is inside a stored list or map', () => {
    const storing = (clause: string, member: string, value: JsonObject) =>
      caseWith({ clause, member, request: { UserPoolId: '{UserPoolId}', ...value }, changed: value });
    const list = storing('auto-verified-attributes.sent', 'AutoVerifiedAttributes', {
      AutoVerifiedAttributes: ['email'],
    });
    const map = storing('user-pool-tags.sent', 'UserPoolTags', { UserPoolTags: { a: 'b' } });
    // The list and its items; the map, its keys and its values.
    expect(summaryOf(recordOf([list])).coverage.implemented).to.equal(2);
    expect(summaryOf(recordOf([map])).coverage.implemented).to.equal(3);
  });

  it('do not count a structure whose members are lost, nor a value that the pool showed before', () => {
    const request = {
      UserPoolId: '{UserPoolId}',
      DeviceConfiguration: { ChallengeRequiredOnNewDevice: true },
      MfaConfiguration: 'OFF',
    };
    const member = 'DeviceConfiguration';
    const lost = caseWith({
      clause: 'device-configuration.sent',
      member,
      request,
      changed: { DeviceConfiguration: {} },
    });
    const same = caseWith({ clause: 'mfa-configuration.sent', member: 'MfaConfiguration', request, changed: {} });
    expect(summaryOf(recordOf([lost, same])).coverage.implemented).to.equal(0);
  });

  it('leave clauses that were not judged out of divergence', () => {
    const verdicts: readonly Verdict[] = [
      { kind: 'undecided', why: '' },
      { kind: 'unsupported', why: '' },
      { kind: 'inconclusive', why: '' },
    ];
    const cases = verdicts.map((verdict, index) => caseWith({ clause: `clause-${index}`, verdict }));
    expect(summaryOf(recordOf(cases)).divergence).to.include({ judged: 0, deviating: 0 });
    expect(summaryOf(recordOf([...cases, valid])).divergence).to.include({ judged: 1, deviating: 0 });
  });
});

describe('the verdict', () => {
  it('names target, edition and how many clauses deviate at which level', () => {
    expect(summary.verdict).to.match(
      /^cognito-local deviates from the 2026-11-13 contract on 7 of 10 judged clauses: 7 findings \(\d must, .*\)\.$/,
    );
  });

  it('counts no level that has no finding', () => {
    const findings = fixtureRecord.findings.filter(({ level }) => level === 'should');
    expect(summaryOf({ ...fixtureRecord, findings }).verdict).to.match(/: 1 finding \(1 should\)/);
  });

  it('says so where all judged clauses are kept, where none was judged, and where the run ended early', () => {
    expect(summaryOf(recordOf([caseWith({})])).verdict).to.contain('conforms to the 2026-11-13 contract');
    expect(summaryOf(recordOf([])).verdict).to.contain('was not judged on any clause');
    const footer = { ...fixtureRecord.footer, interrupted: 'Ctrl-C' };
    expect(summaryOf(recordOf([], { footer })).verdict).to.contain('ended early (Ctrl-C)');
  });
});

describe('the gate', () => {
  const withLevels = (...levels: readonly string[]): RunRecord => ({
    ...fixtureRecord,
    findings: fixtureRecord.findings.filter(({ level }) => levels.includes(level)),
  });

  it('is the one that the record holds', () => {
    const { passed, ...rest } = gateOf(fixtureRecord);
    const gate = { ...rest, line: 'gate' as const, passed: !passed, known: ['a/b/c'] };
    expect(gateOf({ ...fixtureRecord, gate })).to.deep.equal({ ...rest, passed: !passed, known: ['a/b/c'] });
  });

  it('is shut by a finding at level must alone where the record holds none', () => {
    const judged = { cases: [] };
    expect(gateOf({ ...withLevels('must', 'may'), ...judged }).reasons).to.deep.equal(['findings']);
    expect(gateOf({ ...withLevels('should', 'may'), ...judged }).passed).to.equal(true);
    const footer = { ...fixtureRecord.footer, interrupted: 'Ctrl-C' };
    expect(gateOf({ ...withLevels('may'), ...judged, footer }).reasons).to.deep.equal(['incomplete-run']);
  });

  it('takes every finding for new where there is no baseline', () => {
    const gate = gateOf(fixtureRecord);
    expect(gate.new).to.have.members(fixtureRecord.findings.map(({ id }) => id));
    expect(gate).to.deep.include({ baseline: null, known: [], fixed: [] });
  });
});

describe('worstFirst', () => {
  it('puts must before should before may, and invalid requests that were accepted first', () => {
    const order = worstFirst(fixtureRecord.findings).map(({ level, kind, count }) => `${level} ${kind} ${count}`);
    expect(order).to.deep.equal([
      'must accepted-invalid 1312',
      'must accepted-invalid 7',
      'must server-fault 1',
      'must wrong-state 3',
      'must wrong-error 1',
      'should malformed-answer 1',
      'may wrong-state 2',
    ]);
  });

  it('gives the same order whatever order the findings come in', () => {
    expect(worstFirst(fixtureRecord.findings.toReversed())).to.deep.equal(worstFirst(fixtureRecord.findings));
  });
});
