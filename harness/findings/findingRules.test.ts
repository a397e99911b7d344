import { expect } from 'chai';
import type { Case } from '../../generators/cases/case.ts';
import type { JsonObject } from '../../specs/json.ts';
import type { CaseOutcome } from '../execute/caseOutcome.ts';
import { accepted, contract, plainPool, pool, refused } from '../judge/trialFixtures.ts';
import { answerLine } from '../record/caseLine.ts';
import type { Deviation, DeviationKind, Finding } from '../record/record.ts';
import { blameMember } from './blameMember.ts';
import { confirmRepeats } from './confirmRepeats.ts';
import { deduplicateByCause } from './deduplicateByCause.ts';
import { findingId } from './findingId.ts';
import { findingLine } from './findingLine.ts';
import { Findings } from './findings.ts';
import { isBefore, rankOf } from './rank.ts';

const request = { UserPoolId: '{UserPoolId}', PoolName: 'a' };
const one: Case = {
  id: 'boundary/x',
  phase: 'boundary',
  clause: 'pool-name.max',
  member: 'PoolName',
  breaks: [],
  request,
};

function deviation(kind: DeviationKind, about: Partial<Deviation> = {}): Deviation {
  const base = { clause: 'pool-name.max', member: 'PoolName', level: 'must', answerClass: 'E' } as const;
  return { ...base, kind, expected: 'Expected.', actual: 'Came.', ...about };
}

function outcome(found: Deviation, about: Partial<CaseOutcome> = {}): CaseOutcome {
  return {
    case: one,
    request,
    expectation: { kind: 'accepted', state: [] },
    answer: accepted,
    before: plainPool,
    after: plainPool,
    verdict: { kind: 'deviates', deviations: [found] },
    ...about,
  };
}

/** A finding whose smallest trial is the one given, or that of the case that showed it. */
function finding(found: Deviation, about: Partial<Finding> = {}, smallest = outcome(found)): Finding {
  const id = `${found.clause}/${found.kind}/${found.answerClass}`;
  const raw = { id, deviation: found, outcome: outcome(found), count: 1, rank: rankOf(one) };
  return { ...findingLine(contract, raw, { request, prior: {}, outcome: smallest, reproduced: true }), ...about };
}

describe('a finding', () => {
  it('says what its smallest request shows, not what the first case did', () => {
    const first = deviation('wrong-state', { actual: 'It shows 12.' });
    const shrunk = deviation('wrong-state', { actual: 'It shows 1.' });
    const other = deviation('wrong-error', { actual: 'Something else.' });
    const verdict = { kind: 'deviates', deviations: [other, shrunk] } as const;
    expect(finding(first, {}, outcome(first, { verdict })).actual).to.equal('It shows 1.');
    expect(finding(first, {}, outcome(first, { verdict: { kind: 'conforms' } })).actual).to.equal('It shows 12.');
  });

  it('tells a member before and after where its state is in question and was read', () => {
    const named = (PoolName: string) => pool({ PoolName });
    const stateOf = (kind: DeviationKind, about: Partial<CaseOutcome>) => {
      const found = deviation(kind);
      return finding(found, {}, outcome(found, { before: named('a'), after: named('b'), ...about })).state;
    };
    const difference = { member: 'PoolName', before: 'a', after: 'b', expected: 'Expected.' };
    expect(stateOf('wrong-state', {})).to.deep.equal([difference]);
    expect(stateOf('not-atomic', {})).to.deep.equal([difference]);
    expect(stateOf('wrong-state', { after: pool({}) })).to.deep.equal([{ ...difference, after: null }]);
    expect(stateOf('accepted-invalid', {})).to.deep.equal([]);
    expect(stateOf('wrong-state', { before: null })).to.deep.equal([]);
    expect(stateOf('wrong-state', { after: null })).to.deep.equal([]);
    expect(stateOf('wrong-state', { after: 'DescribeUserPool shows no pool.' })).to.deep.equal([]);
  });
});

describe('the cause of two findings', () => {
  const refusal = (member: string, clause: string, about: Partial<Finding> = {}) =>
    finding(deviation('rejected-valid', { member, clause }), about);
  const idsOf = (...findings: readonly Finding[]) =>
    deduplicateByCause(findings).map(({ id, count }) => `${id} ${count}`);
  const mail = refusal('EmailConfiguration', 'email-configuration.type');

  it('is the same where the same smallest request is refused alike: the surer clause stays, then the first by name', () => {
    const weak = refusal('PoolName', 'pool-name.max', { level: 'should' });
    const expected = ['email-configuration.type/rejected-valid/E 2'];
    expect(idsOf(weak, mail)).to.deep.equal(expected);
    expect(idsOf(mail, weak)).to.deep.equal(expected);
    expect(idsOf(refusal('PoolName', 'pool-name.max'), mail)).to.deep.equal(expected);
  });

  it('is another where request, prior state or answer differ, or either did not show again', () => {
    const others = [
      refusal('PoolName', 'pool-name.max', { request: { PoolName: 'b' } }),
      refusal('PoolName', 'pool-name.max', { prior: { update: {} } }),
      refusal('PoolName', 'pool-name.max', { reproduced: false }),
      finding(deviation('rejected-valid', { answerClass: 'F' })),
      finding(deviation('accepted-invalid')),
    ];
    for (const other of others) {
      expect(idsOf(mail, other), other.id).to.have.length(2);
      expect(idsOf(other, mail), other.id).to.have.length(2);
    }
  });

  it('is the refusal of a member where the same error comes for its invalid values', () => {
    const wrong = (member: string) => finding(deviation('wrong-error', { member }));
    const policy = refusal('PoolName', 'pool-name.pattern');
    expect(idsOf(policy, wrong('PoolName'))).to.deep.equal(['pool-name.pattern/rejected-valid/E 2']);
    expect(idsOf(wrong('PoolName'), policy)).to.deep.equal(['pool-name.pattern/rejected-valid/E 2']);
    expect(idsOf(policy, wrong('UserPoolTags'))).to.have.length(2);
    const accepts = finding(deviation('accepted-invalid', { member: 'PoolName' }));
    expect(idsOf(policy, accepts)).to.have.length(2);
    expect(idsOf(wrong('PoolName'), accepts)).to.have.length(2);
  });
});

describe('the member to blame', () => {
  const blamed = (sent: JsonObject | string, message = 'No.', kind: DeviationKind = 'rejected-valid') => {
    const found = finding(deviation(kind), { request: sent });
    const answer = answerLine(refused('InvalidParameterException'));
    const told = answer.kind === 'answered' ? { ...answer, message } : answer;
    return blameMember(contract, { ...found, answer: told }).member;
  };
  const mfa = { UserPoolId: 'x', MfaConfiguration: 'OFF' };

  it('is the one that the target names', () => {
    const message = "Value '5' at 'policies.passwordPolicy.minimumLength' failed to satisfy constraint: no";
    const Policies = { PasswordPolicy: { MinimumLength: 8 } };
    expect(blamed({ ...mfa, Policies }, message)).to.equal('Policies.PasswordPolicy.MinimumLength');
  });

  it('or the only one of the smallest request', () => {
    expect(blamed(mfa)).to.equal('MfaConfiguration');
    expect(blamed({ ...mfa, UserPoolTags: { a: 'b' } })).to.equal('PoolName');
    expect(blamed({ UserPoolId: 'x', Strange: 1 })).to.equal('PoolName');
  });

  it('stays the member below the one that is blamed, and is the one beside it', () => {
    const Policies = { PasswordPolicy: { MinimumLength: 8 } };
    const about = (member: string) => {
      const clause = 'policies.password-policy.minimum-length.sent';
      const found = finding(deviation('rejected-valid', { member, clause }), {
        request: { UserPoolId: 'x', Policies },
      });
      const answer = answerLine(refused('InvalidParameterException'));
      const message = "Value at 'policies.passwordPolicy' is not right";
      return blameMember(contract, { ...found, answer: answer.kind === 'answered' ? { ...answer, message } : answer })
        .member;
    };
    expect(about('Policies.PasswordPolicy.MinimumLength')).to.equal('Policies.PasswordPolicy.MinimumLength');
    expect(about('Policies.SignInPolicy')).to.equal('Policies.PasswordPolicy');
  });

  it('is nobody else’s where something else went wrong, or the request is no object', () => {
    expect(blamed(mfa, 'No.', 'accepted-invalid')).to.equal('PoolName');
    expect(blamed('{"MfaConfiguration":"OFF"}')).to.equal('PoolName');
  });
});

describe('the id of a finding', () => {
  it('names the member where the clause is about the request as a whole, and nowhere else', () => {
    expect(findingId(deviation('not-atomic', { clause: 'request.atomic' }))).to.equal(
      'request.atomic@PoolName/not-atomic/E',
    );
    expect(findingId(deviation('wrong-state', { clause: 'request.serial', member: '' }))).to.equal(
      'request.serial/wrong-state/E',
    );
    expect(findingId(deviation('wrong-error'))).to.equal('pool-name.max/wrong-error/E');
  });
});

describe('the clearest case', () => {
  it('is what a finding shows, in whatever order they came', () => {
    const found = deviation('wrong-error');
    const clear = outcome(found);
    const long = { ...one, id: 'boundary/a', request: { ...request, UserPoolTags: { a: 'b' } } };
    const worse = outcome(found, { case: long });
    for (const order of [
      [clear, worse],
      [worse, clear],
    ]) {
      const findings = new Findings();
      for (const each of order) findings.add(each);
      expect(findings.all().map(({ outcome: shown, count }) => [shown.case.id, count])).to.deep.equal([[one.id, 2]]);
    }
  });

  it('is one of every run, a single request, with fewer breaches, shorter, first by id', () => {
    const long = { ...one, request: { ...request, UserPoolTags: { a: 'b' } } };
    const worse: readonly Case[] = [
      { ...one, id: 'boundary/y' },
      long,
      { ...one, breaks: ['pool-name.max'] },
      { ...one, raw: { body: '{}' } },
      { ...one, steps: [] },
      { ...one, parallel: [] },
      { ...one, kept: true },
    ];
    for (const [index, other] of worse.entries()) {
      const better = worse[index - 1] ?? one;
      const isSameKind = rankOf(better)[1] === 1 && rankOf(other)[1] === 1;
      expect(isBefore(rankOf(better), rankOf(other)), `${index}`).to.equal(!isSameKind);
      expect(isBefore(rankOf(one), rankOf(other)), `${index}`).to.equal(true);
      expect(isBefore(rankOf(other), rankOf(one)), `${index}`).to.equal(false);
    }
    expect(isBefore(rankOf(one), rankOf(one))).to.equal(false);
  });
});

describe('a repetition', () => {
  it('counts the attempts that had an answer, and those that showed it', async () => {
    const results = [{ shown: 'first' }, undefined, { shown: undefined }, { shown: 'last' }];
    let at = 0;
    const repeated = await confirmRepeats(results.length, async () => results[at++]);
    expect(repeated).to.deep.equal({ times: 2, of: 3, last: 'last' });
  });
});
