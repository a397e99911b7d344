import { expect } from 'chai';
import fc from 'fast-check';
import { newestEdition } from '../../specs/editions/index.ts';
import { breachArms, requestWithOneBreach } from '../breaches/requestWithOneBreach.ts';
import { leastTriedFirst } from './leastTriedFirst.ts';

const scene = { edition: newestEdition, basis: 'observed', region: 'us-east-1', account: '123456789012' } as const;
const arms = breachArms(scene);

describe('guided breaches', () => {
  const draw = leastTriedFirst(arms, 11);
  const drawn = Array.from(arms, (_, index) => draw(index));

  it('come to every way to break a clause before any comes twice', () => {
    const wanted = arms.map(({ clause, member }) => `${clause} ${member}`).toSorted();
    expect(drawn.map(({ clause, member }) => `${clause} ${member}`).toSorted()).to.deep.equal(wanted);
  });

  it('come to every member before any comes twice', () => {
    const members = new Set(arms.map(({ member }) => member));
    expect(new Set(drawn.slice(0, members.size).map(({ member }) => member)).size).to.equal(members.size);
  });

  it('break more clauses than chance does with the same number of requests', () => {
    const budget = 120;
    const byChance = new Set(
      fc.sample(requestWithOneBreach(scene), { seed: 11, numRuns: budget }).map(({ clause }) => clause),
    );
    const byGuidance = new Set(drawn.slice(0, budget).map(({ clause }) => clause));
    expect(byGuidance.size).to.be.above(byChance.size * 1.15);
  });

  it('are the same for a seed', () => {
    const again = leastTriedFirst(arms, 11);
    expect(Array.from({ length: 20 }, (_, index) => again(index))).to.deep.equal(drawn.slice(0, 20));
  });
});
