import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import { countsAgainst } from './baselineStandings.ts';
import { gateOf } from './gate.ts';
import { orderHeading } from './readingOrder.ts';

const { findings } = fixtureRecord;
const [first, second] = findings;
const gate = gateOf(fixtureRecord);

describe('whether the findings of a clause shut the gate', () => {
  const pair = findings.slice(0, 2);

  it('is decided by any of them', () => {
    expect(countsAgainst(pair, { ...gate, against: [second?.id ?? ''] })).to.equal(true);
    expect(countsAgainst(pair, { ...gate, against: ['another'] })).to.equal(false);
  });

  it('is decided by those of other clauses where it has none of its own', () => {
    expect(countsAgainst([], { ...gate, against: [first?.id ?? ''] })).to.equal(true);
    expect(countsAgainst([], { ...gate, against: [] })).to.equal(false);
  });
});

describe('the heading over findings', () => {
  it('says that the worst come first where there is room for exactly all', () => {
    expect(orderHeading(fixtureRecord, findings.length)).to.equal('worst first');
    expect(orderHeading(fixtureRecord, findings.length - 1)).to.equal('the worst of each cause first');
  });

  it('names new ones only beside a baseline', () => {
    const judged = (baseline: string | null) => ({
      ...fixtureRecord,
      gate: { line: 'gate' as const, ...gate, baseline },
    });
    expect(orderHeading(judged(null), findings.length)).to.equal('worst first');
    expect(orderHeading(judged('b.json'), findings.length)).to.equal('new ones and worst first');
  });
});
