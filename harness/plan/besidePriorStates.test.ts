import { expect } from 'chai';
import type { Case } from '../../generators/cases/case.ts';
import { besidePriorStates } from './besidePriorStates.ts';

const wide = { PoolName: 'a', MfaConfiguration: 'OFF', Policies: { PasswordPolicy: { MinimumLength: 8 } } };
const mfaOff = { update: { MfaConfiguration: 'OFF' } };

function caseOf(id: string, rest: Partial<Case>): Case {
  return { id, phase: 'examples', clause: 'pool-name.sent', member: '', breaks: [], request: {}, ...rest };
}

function orderOf(...cases: readonly Case[]): readonly string[] {
  return besidePriorStates(cases).map(({ id }) => id);
}

describe('cases beside the prior states that they need', () => {
  it('follow a valid request that sends the state, wherever it stands', () => {
    const cases = [caseOf('needs', { prior: mfaOff }), caseOf('other', {}), caseOf('sends', { request: wide })];
    expect(orderOf(...cases)).to.deep.equal(['other', 'sends', 'needs']);
  });

  it('follow one each, but for those that are to be refused, which come first', () => {
    const breaks = ['pool-name.max'];
    const order = orderOf(
      caseOf('sends', { request: wide }),
      caseOf('first', { prior: mfaOff }),
      caseOf('second', { prior: mfaOff }),
      caseOf('refused', { prior: mfaOff, breaks }),
      caseOf('refused too', { prior: mfaOff, breaks }),
    );
    expect(order).to.deep.equal(['sends', 'refused', 'refused too', 'first', 'second']);
  });

  it('stay where nothing leaves their state: another value, a request that is refused or prepared, or a pool that has to be new', () => {
    const other = caseOf('other', { request: { ...wide, MfaConfiguration: 'ON' } });
    const refused = caseOf('refused', { request: wide, breaks: ['pool-name.max'] });
    const prepared = caseOf('prepared', { request: wide, prior: { update: { PoolName: 'b' } } });
    const needs = caseOf('needs', { prior: mfaOff });
    expect(orderOf(needs, other, refused, prepared)).to.deep.equal(['needs', 'other', 'refused', 'prepared']);
    const asNew = caseOf('as new', { prior: { ...mfaOff, fresh: true } });
    expect(orderOf(asNew, caseOf('sends', { request: wide }))).to.deep.equal(['as new', 'sends']);
  });
});
