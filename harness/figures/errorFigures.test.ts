import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import type { CaseLine } from '../record/record.ts';
import { errorFigures } from './errorFigures.ts';

const name = 'UserImportInProgressException';

/** What the fixture's figures say of an error once this case is in it. */
function figures(
  verdict: CaseLine['verdict'],
  expectation: CaseLine['expectation'] = { kind: 'rejected', errors: [name] },
) {
  const [first] = fixtureRecord.cases;
  if (first === undefined) throw new Error('The fixture has no case.');
  const simulated: CaseLine = {
    ...first,
    id: `errors/by-order/${name}/aws`,
    phase: 'errors',
    expectation,
    answer: { kind: 'answered', status: 400, error: name, message: '', body: '{}', headers: {}, ms: 1 },
    verdict,
  };
  const cases = [...fixtureRecord.cases, simulated];
  return errorFigures({ ...fixtureRecord, cases }).find((one) => one.name === name);
}

describe('the figures of an error', () => {
  it('say that the mock simulated it, and why no request could trigger it', () => {
    const how =
      'simulated by the mock once; not triggered by a request: no fixture with a running user import named, see --fixtures';
    expect(figures({ kind: 'conforms' })).to.include({ expected: 1, matched: 1, exercised: true, how });
  });

  it('tell of a burst that it was taken whole', () => {
    const [first] = fixtureRecord.cases;
    if (first === undefined) throw new Error('The fixture has no case.');
    const line: CaseLine = {
      ...first,
      id: 'errors/burst/50',
      phase: 'errors',
      expectation: { kind: 'open', why: 'the target took the whole burst' },
      verdict: { kind: 'undecided', why: 'the target took the whole burst' },
    };
    const figures = errorFigures({ ...fixtureRecord, cases: [...fixtureRecord.cases, line] });
    const concurrent = figures.find((one) => one.name === 'ConcurrentModificationException');
    expect(concurrent?.how).to.equal('not triggered: the target accepted every update of a burst');
  });

  it('expect no error that only something on which the sources are silent could earn, and excuse it where it comes', () => {
    const deviates = { kind: 'deviates', deviations: [] } as const;
    const possible = { kind: 'rejected', errors: ['InvalidParameterException', name], inDoubt: [name] } as const;
    expect(figures(deviates, possible)).to.include({ expected: 0, matched: 0, unexpected: 0, deviating: 0 });
  });

  it('excuse another answer only where no request deviated', () => {
    const either = { kind: 'rejected', errors: [name, 'InvalidParameterException'] } as const;
    const how = (verdict: CaseLine['verdict']) => {
      const [first] = fixtureRecord.cases;
      if (first === undefined) throw new Error('The fixture has no case.');
      const answer = {
        kind: 'answered',
        status: 400,
        error: 'InvalidParameterException',
        message: '',
        body: '{}',
      } as const;
      const line: CaseLine = {
        ...first,
        id: 'x',
        expectation: either,
        answer: { ...answer, headers: {}, ms: 1 },
        verdict,
      };
      return errorFigures({ ...fixtureRecord, cases: [...fixtureRecord.cases, line] }).find((one) => one.name === name)
        ?.how;
    };
    expect(how({ kind: 'conforms' })).to.match(/, else with another accepted error$/);
    expect(how({ kind: 'deviates', deviations: [] })).to.match(/never answered with it$/);
  });

  it('set thousands apart, and say how many of the answers the mock was told to give', () => {
    const [first] = fixtureRecord.cases;
    if (first === undefined) throw new Error('The fixture has no case.');
    const expectation = { kind: 'rejected', errors: [name] } as const;
    const answer = { kind: 'answered', status: 400, error: name, message: '', body: '{}', headers: {}, ms: 1 } as const;
    const line: CaseLine = { ...first, expectation, answer, verdict: { kind: 'conforms' } };
    const triggered = Array.from({ length: 1200 }, (_, index): CaseLine => ({ ...line, id: `fuzz/${index}` }));
    const told: CaseLine = { ...line, id: `errors/by-order/${name}/aws`, phase: 'errors' };
    const figures = errorFigures({ ...fixtureRecord, cases: [...triggered, told] }).find((one) => one.name === name);
    expect(figures?.how).to.equal(
      'triggered by 1,201 requests, answered with it 1,201 times, 1 of them simulated by the mock',
    );
  });

  it('do not count an order that the target did not take', () => {
    expect(figures({ kind: 'skipped', why: 'not the mock' })).to.include({ expected: 0, exercised: false });
  });
});
