import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import { contractOf } from '../../specs/contract.ts';
import type { CaseLine, Finding, RunRecord } from '../record/record.ts';
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

describe('faults', () => {
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

  it('come the most frequent first', () => {
    const says = faultsIn(runThatAccepts([...lengths.slice(0, 3), ...types], [])).map((fault) => fault.says);
    expect(says).to.deep.equal(['No JSON type is checked', 'No length limit is enforced']);
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
