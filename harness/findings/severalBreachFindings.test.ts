import { expect } from 'chai';
import type { Case } from '../../generators/cases/case.ts';
import { severalBreachesClause } from '../../generators/cases/severalBreachesClause.ts';
import type { Deviation, DeviationKind } from '../record/record.ts';
import { Findings } from './findings.ts';

/** The outcome of a request with these breaches, under its one clause or under the clause for several breaches. */
function outcome(breaks: readonly string[], kind: DeviationKind, answerClass: string) {
  const [only = ''] = breaks;
  const clause = breaks.length > 1 ? severalBreachesClause : only;
  const deviation: Deviation = { clause, member: '', kind, level: 'must', expected: '', actual: '', answerClass };
  const request = { UserPoolId: '{UserPoolId}' };
  const one: Case = { id: `fuzz/${breaks.join('+')}`, phase: 'fuzz', clause, member: '', breaks, request };
  return {
    case: one,
    request,
    expectation: { kind: 'open', why: '' },
    answer: { kind: 'unanswered', why: 'not-sent', detail: '', ms: 0 },
    before: null,
    after: null,
    verdict: { kind: 'deviates', deviations: [deviation] },
  } as const;
}

function idsOf(...outcomes: readonly ReturnType<typeof outcome>[]): readonly string[] {
  const findings = new Findings();
  for (const one of outcomes) findings.add(one);
  return findings.all().map(({ id }) => id);
}

const several = `${severalBreachesClause}/accepted-invalid/200`;

describe('requests with several breaches', () => {
  it('show nothing new where each breach passes alone', () => {
    const [a, b] = [outcome(['a'], 'accepted-invalid', '200'), outcome(['b'], 'accepted-invalid', '200')];
    const both = outcome(['a', 'b'], 'accepted-invalid', '200');
    expect(idsOf(both, a, b)).to.deep.equal(['a/accepted-invalid/200', 'b/accepted-invalid/200']);
  });

  it('are a finding where one of the breaches is refused alone', () => {
    const [a, both] = [outcome(['a'], 'accepted-invalid', '200'), outcome(['a', 'b'], 'accepted-invalid', '200')];
    expect(idsOf(both, a)).to.have.members(['a/accepted-invalid/200', several]);
  });

  it('are attributed to the one breach that has the same answer alone', () => {
    const alone = outcome(['b'], 'wrong-error', 'ValidationException');
    const both = outcome(['a', 'b'], 'wrong-error', 'ValidationException');
    expect(idsOf(alone, both)).to.deep.equal(['b/wrong-error/ValidationException']);
    expect(idsOf(alone, outcome(['a', 'b'], 'wrong-error', 'Other'))).to.include(
      `${severalBreachesClause}/wrong-error/Other`,
    );
  });

  it('count only what is not explained', () => {
    const findings = new Findings();
    findings.add(outcome(['a'], 'server-fault', '500'));
    for (const breaks of [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
    ])
      findings.add(outcome(breaks, 'server-fault', '500'));
    const left = findings.all().find(({ id }) => id === `${severalBreachesClause}/server-fault/500`);
    expect(left?.count).to.equal(2);
    expect(left?.outcome.case.id).to.equal('fuzz/b+c');
  });

  it('name the same case in whatever order they came', () => {
    const all = [
      ['x', 'y'],
      ['a', 'b'],
      ['k', 'l'],
    ].map((breaks) => outcome(breaks, 'accepted-invalid', '200'));
    const named = (order: readonly ReturnType<typeof outcome>[]) => {
      const findings = new Findings();
      for (const one of order) findings.add(one);
      return findings.all()[0]?.outcome.case.id;
    };
    expect(named(all.toReversed())).to.equal(named(all));
  });

  it('name the clearest of many hundred', () => {
    const findings = new Findings();
    const breaks = (index: number) => [`a${String(index).padStart(4, '0')}`, 'z'];
    for (let index = 900; index >= 0; index -= 1) findings.add(outcome(breaks(index), 'accepted-invalid', '200'));
    expect(findings.all()[0]?.outcome.case.id).to.equal('fuzz/a0000+z');
    for (let index = 1; index <= 900; index += 1)
      findings.add(outcome(['b', 'z', `${index}`], 'accepted-invalid', '200'));
    expect(findings.all()[0]?.outcome.case.id).to.equal('fuzz/a0000+z');
  });

  it('carry the breaches that pass alone, where the request should have been refused', () => {
    const findings = new Findings();
    findings.add(outcome(['a'], 'accepted-invalid', '200'));
    findings.add(outcome(['a', 'b'], 'accepted-invalid', '200'));
    findings.add(outcome(['a', 'b'], 'wrong-error', 'Other'));
    const explained = Object.fromEntries(findings.all().map((each) => [each.id, each.explained]));
    expect(explained[several]).to.deep.equal(new Set(['a']));
    expect(explained[`${severalBreachesClause}/wrong-error/Other`]).to.equal(undefined);
  });
});

describe('an outcome with what was refused alone', () => {
  it('is two findings, and what both have is told of the one alone', () => {
    const findings = new Findings();
    const refusedAlone = outcome(['a'], 'wrong-error', 'X');
    const both = outcome(['a'], 'wrong-error', 'X').verdict.deviations;
    const other = outcome(['b'], 'wrong-error', 'Y').verdict.deviations;
    const deviations = [...both, ...other];
    expect(
      findings.add({ ...outcome(['b'], 'wrong-error', 'Y'), verdict: { kind: 'deviates', deviations }, refusedAlone }),
    ).to.equal(true);
    expect(findings.all().map(({ id, count }) => `${id} ${count}`)).to.deep.equal([
      'a/wrong-error/X 1',
      'b/wrong-error/Y 1',
    ]);
  });
});
