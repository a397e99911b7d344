import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import { contractOf } from '../../specs/contract.ts';
import type { CaseLine, Finding, RunRecord } from '../record/record.ts';
import { causeSentence } from './causeSentence.ts';
import { type Cause, causesOf } from './causes.ts';
import { clauseFigures } from './clauseFigures.ts';

const { clauses } = contractOf(fixtureRecord.header.edition, 'observed');
const [caseTemplate] = fixtureRecord.cases;
const [findingTemplate] = fixtureRecord.findings;

/** A run in which these clauses deviate by accepting what is invalid, and the others of the kinds given conform. */
function runThatAccepts(accepted: readonly string[], kept: readonly string[]): RunRecord {
  if (caseTemplate === undefined || findingTemplate === undefined) throw new Error('The fixture is empty.');
  const findings = accepted.map((clause): Finding => {
    const member = clauses.find(({ id }) => id === clause)?.member ?? '';
    const kind = 'accepted-invalid';
    return { ...findingTemplate, id: `${clause}/${kind}/200`, clause, member, kind, level: 'must' };
  });
  const deviating = findings.map(({ clause, member }): CaseLine => {
    const deviation = { clause, member, kind: 'accepted-invalid', level: 'must', expected: '', actual: '' } as const;
    return {
      ...caseTemplate,
      id: clause,
      clause,
      member,
      verdict: { kind: 'deviates', deviations: [{ ...deviation, answerClass: '200' }] },
    };
  });
  const conforming = kept.map(
    (clause): CaseLine => ({ ...caseTemplate, id: clause, clause, verdict: { kind: 'conforms' } }),
  );
  return { ...fixtureRecord, findings, cases: [...deviating, ...conforming] };
}

const faultsIn = (record: RunRecord): readonly Cause[] => causesOf(record, clauseFigures(record));
const lengths = clauses
  .filter(({ constraint }) => 'of' in constraint && constraint.of === 'length')
  .map(({ id }) => id);
const types = clauses.filter(({ constraint }) => constraint.kind === 'type').map(({ id }) => id);

function template(): Finding {
  if (findingTemplate === undefined) throw new Error('The fixture is empty.');
  return findingTemplate;
}

function oneOfEachKind(): readonly Finding[] {
  const answer = { kind: 'answered', status: 400, message: '', body: '', headers: {}, ms: 1 } as const;
  const finding = (
    clause: string,
    kind: Finding['kind'],
    member: string,
    error: string,
    answerClass: string,
  ): Finding => ({
    ...template(),
    ...{ id: `${clause}/${kind}/${answerClass}`, clause, kind, member, level: 'must', answer: { ...answer, error } },
    request: { UserPoolId: clause },
  });
  return [
    finding('wire.request-id', 'malformed-answer', '', 'X', 'absent'),
    finding('pool-name.max', 'accepted-invalid', 'PoolName', 'X', '200'),
    finding('user-pool-id.pattern', 'wrong-error', 'UserPoolId', 'LimitExceededException', 'LimitExceededException'),
    finding('policies.omitted', 'wrong-state', 'Policies', 'X', 'other-value'),
    finding(
      'user-pool-tags.max',
      'rejected-valid',
      'UserPoolTags',
      'InvalidParameterException',
      'InvalidParameterException',
    ),
  ];
}

describe('causes', () => {
  it('are one for a sort of limit of which none is enforced, with all its findings', () => {
    const [fault, ...others] = faultsIn(runThatAccepts(lengths, []));
    expect(others).to.deep.equal([]);
    expect(fault?.says).to.equal('No length limit is enforced');
    expect(fault?.findings).to.have.length(lengths.length);
    expect([fault?.clauses, fault?.judged]).to.deep.equal([lengths.length, lengths.length]);
  });

  it('do not say that nothing is enforced where something is', () => {
    const [fault] = faultsIn(runThatAccepts(lengths.slice(1), lengths.slice(0, 1)));
    expect(fault?.says).to.equal('Texts that are too short or too long are accepted');
    expect([fault?.clauses, fault?.judged]).to.deep.equal([lengths.length - 1, lengths.length]);
  });

  it('come the most frequent first where they do the same harm', () => {
    const says = faultsIn(runThatAccepts([...lengths.slice(0, 3), ...types], [])).map((fault) => fault.says);
    expect(says).to.deep.equal(['No JSON type is checked', 'No length limit is enforced']);
  });

  it('come in the order in which they hurt a caller who sends valid requests', () => {
    const says = faultsIn({ ...fixtureRecord, findings: oneOfEachKind() }).map(({ says: sentence }) => sentence);
    expect(says).to.deep.equal([
      'Valid values of UserPoolTags are refused',
      'Members that were left out become something else',
      'Invalid requests are answered with LimitExceededException',
      'No length limit is enforced',
      'Answers have no request id',
    ]);
  });

  it('come at the same harm by level, number and id, and last where all is at may', () => {
    const one = (id: string, level: Finding['level'], member = id): Finding => {
      const [clause = '', kind = ''] = id.split('/');
      return { ...template(), id: `${id}/${member}`, clause, kind: kind as Finding['kind'], level, member };
    };
    const findings = [
      one('policies.sent/rejected-valid', 'may', 'Policies'),
      one('pool-name.pattern/accepted-invalid', 'should', 'PoolName'),
      one('user-pool-id.pattern/accepted-invalid', 'should', 'UserPoolId'),
      one('pool-name.max/accepted-invalid', 'must', 'PoolName'),
      one('pool-name.max/accepted-invalid', 'may', 'PoolName'),
      one('pool-name.type/accepted-invalid', 'should', 'PoolName'),
      one('pool-name.min/accepted-invalid', 'must', 'PoolName'),
      one('mfa-configuration.enum/accepted-invalid', 'must', 'MfaConfiguration'),
      one('user-pool-tier.enum/accepted-invalid', 'must', 'UserPoolTier'),
      one('account-recovery-setting.type/accepted-invalid', 'must', 'AccountRecoverySetting'),
    ];
    const inOrder = [
      'accepted-invalid.length must PoolName',
      'accepted-invalid.enum must MfaConfiguration,UserPoolTier',
      'accepted-invalid.type must AccountRecoverySetting,PoolName',
      'accepted-invalid.pattern should PoolName,UserPoolId',
      'rejected-valid.Policies may Policies',
    ];
    for (const given of [findings, findings.toReversed()]) {
      const causes = faultsIn({ ...fixtureRecord, findings: given });
      expect(causes.map(({ id, level, members }) => `${id} ${level} ${members.toSorted()}`)).to.deep.equal(inOrder);
    }
  });

  it('are measured by the clauses of their sort, or by all where the deviation is the same for every clause', () => {
    const record = runThatAccepts(lengths.slice(0, 2), [...lengths.slice(2, 4), ...types.slice(0, 3)]);
    const other: Finding = {
      ...template(),
      ...{ id: 'pool-name.max/no-answer/timeout', clause: 'pool-name.max', kind: 'no-answer', member: 'PoolName' },
    };
    const causes = faultsIn({ ...record, findings: [...record.findings, other] });
    // The last finding is in no case: its clause counts all the same.
    expect(causes.map(({ id, clauses: wrong, judged }) => [id, wrong, judged])).to.have.deep.members([
      ['accepted-invalid.length', 2, 5],
      ['no-answer', 1, 8],
    ]);
  });

  it('have a sentence each for what the request as a whole does to a pool', () => {
    const otherKinds = ['atomic', 'isolated', 'stable', 'readable-state', 'deletion-protection', 'outside'];
    const names = clauses
      .map(({ id }) => id)
      .filter((id) => id.startsWith('request.') && !otherKinds.some((name) => id.endsWith(`.${name}`)))
      .filter((id) => !id.endsWith('.several-faults'));
    const says = names.map((id) => causeSentence(`wrong-state.${id}`, false));
    expect(new Set(says)).to.have.property('size', names.length);
    expect(says).not.to.include(causeSentence('wrong-state.rule', false));
    const unreadable = { ...template(), clause: 'request.readable-state', kind: 'server-fault' as const };
    expect(faultsIn({ ...fixtureRecord, findings: [unreadable] }).map((cause) => cause.says)).to.deep.equal([
      'Updates leave a pool that cannot be read',
    ]);
  });

  it('are one for a limit in front of the operation, whatever its findings are filed under', () => {
    const refused = {
      kind: 'answered',
      status: 413,
      error: '',
      message: null,
      body: '<html>',
      headers: {},
      ms: 1,
    } as const;
    const at = (clause: string, kind: Finding['kind'], answerClass: string): Finding => ({
      ...template(),
      ...{ id: `${clause}/${kind}/${answerClass}`, clause, kind, member: '', answer: refused },
    });
    const findings = [
      at('pool-name.max', 'rejected-valid', '413'),
      at('email-configuration.from.max', 'rejected-valid', '413'),
      at('wire.error-status', 'wrong-status', '413'),
      at('wire.error-body', 'malformed-answer', 'markup'),
      at('wire.content-type', 'malformed-answer', 'text/html'),
    ];
    const [cause, ...others] = faultsIn({ ...fixtureRecord, findings });
    expect(others).to.deep.equal([]);
    expect(cause?.says).to.equal('Long requests are refused (HTTP 413)');
    expect(cause?.change).to.match(/^Raise the limit on the size of a request body/);
  });

  it('each say what to change in one sentence', () => {
    for (const { change } of faultsIn({ ...fixtureRecord, findings: oneOfEachKind() })) {
      expect(change).to.match(/^[A-Z].*\.$/);
    }
  });

  it('hold every finding of a run once', () => {
    const ids = faultsIn(fixtureRecord).flatMap(({ findings }) => findings.map(({ id }) => id));
    expect(ids.toSorted()).to.deep.equal(fixtureRecord.findings.map(({ id }) => id).toSorted());
  });

  it('tell members that are lost from members that have another value', () => {
    const says = faultsIn(fixtureRecord).map((fault) => fault.says);
    expect(says).to.include('Members that were sent are lost');
  });
});
