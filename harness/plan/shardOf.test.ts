import { expect } from 'chai';
import { exampleCases } from '../../generators/index.ts';
import { newestEdition } from '../../specs/editions/index.ts';
import type { Lane } from './plan.ts';
import { lanesOfShard } from './shardOf.ts';

const scene = { edition: newestEdition, basis: 'observed', region: 'us-east-1', account: '123456789012' } as const;
const [one] = exampleCases(scene);
const lanes = [3, 50, 1, 1, 20, 7, 7, 30].map(
  (length, index): Lane => ({
    name: `examples/${index}`,
    phase: 'examples',
    cases: Array.from({ length }, () => one).filter((each) => each !== undefined),
  }),
);
const split = (of: number) => Array.from({ length: of }, (_, index) => lanesOfShard(lanes, { index: index + 1, of }));

describe('the shards of a plan', () => {
  it('have every lane between them, once, in its order', () => {
    for (const count of [1, 2, 3, 8]) {
      const all = split(count).flat();
      expect(all).to.have.length(lanes.length);
      expect(all).to.have.members(lanes);
      for (const part of split(count)) expect(part).to.deep.equal(lanes.filter((lane) => part.includes(lane)));
    }
  });

  it('have much the same to do', () => {
    const loads = split(2).map((part) => part.reduce((sum, { cases }) => sum + cases.length, 0));
    expect(Math.max(...loads) - Math.min(...loads)).to.be.at.most(3);
  });

  it('may be empty where there are more shards than lanes', () => {
    expect(split(20).filter((part) => part.length === 0)).to.have.length(12);
  });

  it('is everything where there is no shard', () => {
    expect(lanesOfShard(lanes, null)).to.equal(lanes);
  });
});
