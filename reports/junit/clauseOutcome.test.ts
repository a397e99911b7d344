import { expect } from 'chai';
import { caseFigures } from '../../harness/figures/caseFigures.ts';
import { clauseFigures } from '../../harness/figures/clauseFigures.ts';
import { gateOf } from '../../harness/figures/gate.ts';
import type { Finding, GateReason, RunRecord } from '../../harness/record/record.ts';
import { fixtureRecord } from '../fixtureRecord.ts';
import { junit } from '../junit.ts';
import { clauseOutcome } from './clauseOutcome.ts';

const id = 'policies.password-policy.minimum-length.max';
const own = fixtureRecord.findings.filter(({ clause }) => clause === id);
const gate = { line: 'gate' as const, ...gateOf(fixtureRecord) };

function outcomeOf(findings: readonly Finding[], record: RunRecord) {
  const figures = clauseFigures(record).find((clause) => clause.id === id);
  if (figures === undefined) throw new Error(`The fixture has no ${id}.`);
  const evidence = caseFigures(record).evidence.get(id);
  return clauseOutcome(figures, evidence, findings, { gate: gateOf(record), record, program: 'poolproof' });
}

describe('the outcome of a clause that deviates', () => {
  it('says what its cases showed and what the clause is where its findings stand under other clauses', () => {
    const { kind, xml } = outcomeOf([], fixtureRecord);
    expect(kind).to.equal('failure');
    expect(xml).to.match(/^<failure type="accepted-invalid" message="[^"]+">.+99.*<\/failure>$/);
  });

  it('names what the target does not implement as such', () => {
    const left = { ...gate, against: [], notImplemented: own.map((finding) => finding.id) };
    const { kind, xml } = outcomeOf(own, { ...fixtureRecord, gate: left });
    expect(kind).to.equal('skipped');
    expect(xml).to.contain('(not implemented)');
  });
});

describe('the test case of the gate', () => {
  it('fails for what belongs to no clause alone', () => {
    const failures = (...reasons: readonly GateReason[]) => {
      const record = { ...fixtureRecord, gate: { ...gate, passed: false, reasons } };
      return junit.render(record, { color: false, width: 80 }).includes('<failure type="gate"');
    };
    expect(failures('findings', 'expired')).to.equal(false);
    expect(failures('stale-baseline')).to.equal(true);
  });
});
