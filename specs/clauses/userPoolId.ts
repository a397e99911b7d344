import { documented, examples, reported } from '../authoring.ts';
import type { Topic } from '../topic.ts';

/** The id of the pool that the request is about. */
export const userPoolId: Topic = {
  model: {
    'user-pool-id.min': {
      // The empty id breaks the pattern too: no id can be too short alone.
      examples: examples(['us-east-1_a', 'a_b'], ['']),
      evidence: [
        reported(
          'hashicorp/terraform-provider-aws thread on an empty client id (OBS-101)',
          '2024',
          'An empty id was refused for its length and its pattern, both named in one message.',
          'another operation',
        ),
      ],
    },
    'user-pool-id.max': {
      examples: examples(['us-east-1_'.padEnd(55, 'a')], ['us-east-1_'.padEnd(56, 'a'), 'us-east-1_'.padEnd(200, 'a')]),
    },
    'user-pool-id.pattern': {
      examples: examples(
        ['us-east-1_AbCdEfGhI', 'us-east-1_abc_123', 'local_1'],
        ['us-east-1', 'us-east-1_', ' us-east-1_abc', 'us-east-1_ab-c', 'us-east-1_ä'],
      ),
      evidence: [
        reported(
          'aws-sdk-js and anomalyco/guide threads (OBS-080)',
          '2020',
          'A leading space was refused.',
          'another operation',
        ),
      ],
    },
  },
  clauses: [
    {
      id: 'user-pool-id.exists',
      member: 'UserPoolId',
      says: 'A well-formed UserPoolId that no pool has earns ResourceNotFoundException.',
      constraint: { kind: 'wire', check: 'unknown-pool' },
      onBreach: ['ResourceNotFoundException'],
      evidence: [
        { basis: 'model', source: 'botocore 4a41a552', date: '2022-05-24', note: 'The operation declares the error.' },
        documented('API model prose', '2016-04-18', 'The error means that the resource cannot be found.'),
        reported(
          'floci-io/floci thread, ap-southeast-1 (OBS-079)',
          '2026-09-02',
          'Four pool operations answered so, with status 400.',
          'another operation',
        ),
      ],
      examples: examples([], []),
    },
  ],
};
