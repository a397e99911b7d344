import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { completeness } from './completeness.ts';

const contract = contractOf('2026-11-13', 'observed');
const done = {
  mutants: contract.clauses.map(({ id }) => ({ clause: id })),
  cases: contract.clauses.map(({ id }) => ({ clause: id, breaks: [] })),
};

describe('completeness', () => {
  it('finds nothing where every clause has its mutant and its case', () => {
    expect(completeness(contract, done)).to.deep.equal([]);
  });

  it('names what a clause lacks', () => {
    const others = {
      mutants: done.mutants.filter(({ clause }) => clause !== 'pool-name.max'),
      cases: done.cases.filter(({ clause }) => clause !== 'pool-name.max' && clause !== 'pool-name.min'),
    };
    expect(completeness(contract, others)).to.have.deep.members([
      { clause: 'pool-name.max', lacks: ['mutant', 'case'] },
      { clause: 'pool-name.min', lacks: ['case'] },
    ]);
  });

  it('names a clause without evidence and examples', () => {
    const clauses = contract.clauses.map((clause) =>
      clause.id === 'pool-name.max' ? { ...clause, evidence: [], examples: { keeps: [], breaks: [] } } : clause,
    );
    expect(completeness({ ...contract, clauses }, done)).to.deep.equal([
      { clause: 'pool-name.max', lacks: ['evidence', 'examples'] },
    ]);
  });

  it('asks for no mutant where nobody knows what is right', () => {
    const open = contract.clauses.filter(
      ({ constraint }) => constraint.kind === 'rule' && constraint.outcome === 'open',
    );
    expect(open).not.to.be.empty;
    const mutants = done.mutants.filter(({ clause }) => !open.some(({ id }) => id === clause));
    expect(completeness(contract, { ...done, mutants })).to.deep.equal([]);
  });
});
