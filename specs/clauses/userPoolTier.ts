import { documented, reported } from '../authoring.ts';
import { enumNote } from '../sharedExamples.ts';
import { apiProse, planEvaluation, terraform } from '../sources.ts';
import type { Topic } from '../topic.ts';

/** UserPoolTier: the feature plan. Which features need which plan is said where the features are. */
export const userPoolTier: Topic = {
  samples: [{ UserPoolTier: 'PLUS' }],
  model: {
    'user-pool-tier.enum': enumNote(['LITE', 'ESSENTIALS', 'PLUS'], ['GOLD', 'FREE', 'Lite', 'ESSENTIAL', '']),
  },
  state: [
    {
      member: 'UserPoolTier',
      when: 'sent',
      observed: { kind: 'stored' },
      documented: { kind: 'stored' },
      evidence: [
        terraform('OBS-027', 'PLUS became LITE on a pool without paid features.'),
        planEvaluation('R14', 'LITE, ESSENTIALS, PLUS and LITE again on one pool.'),
        apiProse('rule 12', '2024-11-22', 'Features of a higher plan have to be off first.'),
      ],
      examples: { keeps: [{ value: { UserPoolTier: 'PLUS' } }, { value: { UserPoolTier: 'LITE' } }], breaks: [] },
    },
    {
      member: 'UserPoolTier',
      when: 'omitted',
      observed: { kind: 'kept' },
      documented: { kind: 'kept' },
      evidence: [
        documented(
          'API reference of UpdateUserPool, newest page (OBS-019)',
          '2026',
          'Names this member as the exception to the defaults.',
        ),
        reported('go-to-k/cdkd cognito-provider.ts (OBS-019)', '2026-08', 'Listed among the members that stay.'),
      ],
    },
  ],
};
