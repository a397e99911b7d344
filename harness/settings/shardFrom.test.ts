import { expect } from 'chai';
import { shardFrom } from './shardFrom.ts';

const places: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['GitLab', { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '3' }],
  ['a Kubernetes Indexed Job', { JOB_COMPLETION_INDEX: '1', POOLPROOF_SHARD_TOTAL: '3' }],
  ['an AWS Batch array', { AWS_BATCH_JOB_ARRAY_INDEX: '1', AWS_BATCH_JOB_ARRAY_SIZE: '3' }],
  ['CircleCI', { CIRCLE_NODE_INDEX: '1', CIRCLE_NODE_TOTAL: '3' }],
  ['Buildkite', { BUILDKITE_PARALLEL_JOB: '1', BUILDKITE_PARALLEL_JOB_COUNT: '3' }],
];

describe('the shard of the environment', () => {
  for (const [place, environment] of places) {
    it(`is read from ${place}`, () => {
      expect(shardFrom(environment)).to.deep.equal({ index: 2, of: 3 });
    });
  }

  it('is none where nobody tells of one, half of it is told, or there is one job alone', () => {
    expect(shardFrom({})).to.equal(null);
    expect(shardFrom({ JOB_COMPLETION_INDEX: '1' })).to.equal(null);
    expect(shardFrom({ CIRCLE_NODE_INDEX: '0', CIRCLE_NODE_TOTAL: '1' })).to.equal(null);
  });

  it('is refused where it is no part', () => {
    expect(() => shardFrom({ CI_NODE_INDEX: '4', CI_NODE_TOTAL: '3' })).to.throw(/CI_NODE_INDEX is "4"/);
    expect(() => shardFrom({ CI_NODE_INDEX: '0', CI_NODE_TOTAL: '3' })).to.throw(/not a part of a run/);
    expect(() => shardFrom({ CI_NODE_INDEX: 'x', CI_NODE_TOTAL: '3' })).to.throw(/not a part of a run/);
  });
});
