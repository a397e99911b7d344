import { examples, inferred } from '../authoring.ts';
import { apiProse, cdkd, preflight, terraform } from '../sources.ts';
import type { Topic } from '../topic.ts';

/** PoolName, which DescribeUserPool calls Name. */
export const poolName: Topic = {
  samples: [{ PoolName: 'poolproof renamed' }],
  model: {
    // The empty name breaks the pattern too.
    'pool-name.min': { examples: examples(['n'], ['']) },
    'pool-name.max': { examples: examples(['n'.repeat(128)], ['n'.repeat(129)]) },
    'pool-name.pattern': {
      examples: examples(
        ['My pool_1 +=,.@-', 'two\nlines', ' '],
        ['pool/name', 'pool:name', 'プール', 'Müller', 'a\u00a0b', '😀'],
      ),
      evidence: [preflight('OBS-099', 'A Japanese name was refused.')],
    },
  },
  state: [
    {
      member: 'PoolName',
      when: 'sent',
      observed: { kind: 'stored' },
      documented: { kind: 'stored' },
      evidence: [
        terraform('OBS-026', 'A pool was renamed in place.'),
        apiProse('rule 11', '2024-11-22', 'Renaming came with this edition.'),
      ],
    },
    {
      member: 'PoolName',
      when: 'omitted',
      observed: { kind: 'kept' },
      documented: { kind: 'open' },
      evidence: [
        cdkd('OBS-030', 'Everything but the member that was changed stayed the same, the name included.'),
        inferred('earlier editions', '2024-11-22', 'A name has no default, and updates without it never changed it.'),
      ],
    },
  ],
};
