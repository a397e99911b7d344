import { reported } from '../authoring.ts';
import { enumNote } from '../sharedExamples.ts';
import type { Topic } from '../topic.ts';

/** IssuerConfiguration: the form of the issuer in tokens. */
export const issuerConfiguration: Topic = {
  samples: [{ IssuerConfiguration: { Type: 'UPDATED' } }],
  model: { 'issuer-configuration.type.enum': enumNote(['ORIGINAL', 'UPDATED'], ['NEW', 'CUSTOM', 'original', '']) },
  state: [
    {
      member: 'IssuerConfiguration',
      when: 'omitted',
      observed: { kind: 'kept' },
      documented: { kind: 'fresh' },
      evidence: [
        reported('go-to-k/cdkd cognito-provider.ts (OBS-020)', '2026-08', 'Listed among the members that stay.'),
      ],
    },
  ],
};
