import { apiProse, cdkd, terraform } from '../sources.ts';
import type { Topic } from '../topic.ts';

/** DeviceConfiguration: whether devices are remembered. */
export const deviceConfiguration: Topic = {
  samples: [{ DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true } }],
  state: [
    ...['ChallengeRequiredOnNewDevice', 'DeviceOnlyRememberedOnUserPrompt'].map((name) => ({
      member: `DeviceConfiguration.${name}`,
      when: 'sent' as const,
      observed: { kind: 'stored' as const },
      documented: { kind: 'stored' as const },
      evidence: [terraform('OBS-114', 'A change was applied and shown.')],
    })),
    {
      member: 'DeviceConfiguration',
      when: 'omitted',
      observed: { kind: 'dropped' },
      documented: { kind: 'fresh' },
      evidence: [cdkd('OBS-008', 'Device tracking was lost.')],
    },
    {
      member: 'DeviceConfiguration',
      when: 'null',
      observed: { kind: 'becomes', values: [null] },
      documented: { kind: 'becomes', values: [null] },
      evidence: [apiProse('rule 30', '2022-08-03', 'Null means that devices are not remembered.')],
      since: '2022-10-21',
    },
  ],
};
