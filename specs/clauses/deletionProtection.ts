import { reported } from '../authoring.ts';
import { enumNote } from '../sharedExamples.ts';
import { cdkd } from '../sources.ts';
import type { Topic } from '../topic.ts';

/** DeletionProtection: whether the pool can be deleted. */
export const deletionProtection: Topic = {
  samples: [{ DeletionProtection: 'ACTIVE' }],
  model: {
    'deletion-protection.enum': enumNote(['ACTIVE', 'INACTIVE'], ['active', 'Active', 'ENABLED', 'DISABLED', '']),
  },
  state: [
    {
      member: 'DeletionProtection',
      when: 'sent',
      observed: { kind: 'stored' },
      documented: { kind: 'stored' },
      evidence: [
        cdkd('OBS-018', 'INACTIVE, sent at last, was applied.'),
        reported(
          'go-to-k/cdkd cognito-provider.ts, a comment (OBS-028)',
          '2026-08',
          'INACTIVE on an unprotected pool is accepted and changes nothing.',
        ),
      ],
    },
    {
      member: 'DeletionProtection',
      when: 'omitted',
      observed: { kind: 'kept' },
      documented: { kind: 'fresh' },
      evidence: [cdkd('OBS-018', 'ACTIVE stayed while a change in the same request was applied.')],
    },
  ],
};
