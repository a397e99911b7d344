import { expect } from 'chai';
import { boundedVerdict } from './caseLine.ts';
import type { Deviation } from './record.ts';

const deviation: Deviation = {
  clause: 'pool-name.sent',
  member: 'PoolName',
  kind: 'wrong-state',
  level: 'must',
  expected: 'The name.',
  actual: 'x'.repeat(5_000),
  answerClass: 'other-value',
};

describe('what a record keeps of a verdict', () => {
  it('is a hundred deviations, and of what each says the beginning', () => {
    const kept = boundedVerdict({ kind: 'deviates', deviations: Array.from({ length: 150 }, () => deviation) });
    const deviations = kept.kind === 'deviates' ? kept.deviations : [];
    expect(deviations).to.have.length(100);
    expect(deviations[0]?.actual).to.have.length.below(1_100);
    expect(deviations[0]?.actual).to.contain('5000 characters');
  });

  it('is the beginning of why there is none', () => {
    const kept = boundedVerdict({ kind: 'undecided', why: 'x'.repeat(5_000) });
    expect('why' in kept && kept.why).to.have.length.below(1_100);
  });
});
