import { documented, examples, inferred, openRule, reported } from '../authoring.ts';
import { above, all, is, not } from '../conditions.ts';
import { apiProse, cdkd, developerGuide, preflight, realDrift, terraform } from '../sources.ts';
import type { StateNote, Topic } from '../topic.ts';

const path = 'Policies.PasswordPolicy';

/** Policies.PasswordPolicy, and what becomes of Policies as a whole. */
export const passwordPolicy: Topic = {
  samples: [
    {
      Policies: {
        PasswordPolicy: {
          MinimumLength: 12,
          RequireUppercase: false,
          RequireLowercase: false,
          RequireNumbers: false,
          RequireSymbols: false,
          TemporaryPasswordValidityDays: 30,
        },
      },
    },
    {
      Policies: { PasswordPolicy: { MinimumLength: 12, PasswordHistorySize: 5 } },
      UserPoolTier: 'PLUS',
      UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' },
    },
  ],
  model: {
    'policies.password-policy.minimum-length.min': {
      examples: examples([6, 7], [5, 0, -1]),
      evidence: [preflight('OBS-081', '4 was refused.'), developerGuide('rule 1', 'Names 6 as the least.')],
    },
    'policies.password-policy.minimum-length.max': {
      examples: examples([6, 99], [100]),
      evidence: [preflight('OBS-082', '200 was refused.'), developerGuide('rule 1', 'Names 99 as the most.')],
    },
    'policies.password-policy.password-history-size.min': { examples: examples([0, 1], [-1]) },
    'policies.password-policy.password-history-size.max': {
      examples: examples([24], [25]),
      evidence: [preflight('OBS-083', '24 was accepted, 25 refused.')],
    },
    'policies.password-policy.temporary-password-validity-days.min': { examples: examples([0, 1], [-1]) },
    'policies.password-policy.temporary-password-validity-days.max': {
      examples: examples([365], [366]),
      evidence: [preflight('OBS-084', '365 was accepted, 366 refused.')],
    },
  },
  state: [
    {
      member: 'Policies',
      when: 'omitted',
      observed: { kind: 'kept' },
      documented: { kind: 'fresh' },
      evidence: [
        cdkd('OBS-009', 'Both halves stayed, with a control in the same request.', '2026-08-19'),
        reported('aws/aws-cli thread (OBS-126)', '2018', 'Says on the contrary that password complexity was reset.'),
      ],
    },
    {
      member: path,
      when: 'omitted',
      parent: 'sent',
      observed: { kind: 'kept' },
      documented: { kind: 'fresh' },
      evidence: [cdkd('OBS-011', 'Policies with SignInPolicy alone left the password policy as it was.', '2026-08-19')],
      since: '2024-12-11',
      examples: {
        keeps: [
          {
            prior: { Policies: { PasswordPolicy: { MinimumLength: 12, RequireSymbols: false } } },
            value: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
          },
        ],
        breaks: [],
      },
    },
    {
      member: `${path}.TemporaryPasswordValidityDays`,
      when: 'sent',
      observed: { kind: 'stored' },
      documented: { kind: 'stored' },
      evidence: [
        cdkd('OBS-030', 'Every setting sent back as shown stayed as it was.'),
        apiProse('rule 2', '2023-12-18', '0 counts as no value and becomes 7.'),
      ],
    },
    {
      member: `${path}.TemporaryPasswordValidityDays`,
      when: 'omitted',
      parent: 'sent',
      observed: { kind: 'becomes', values: [7] },
      documented: { kind: 'becomes', values: [7] },
      evidence: [
        reported(
          'ustaxcourt/ef-cms#370 and #425, go-to-k/cdk-real-drift noise.ts (R06)',
          '2020-09',
          'A policy without the member brought 7 back; it was 7 before as well.',
        ),
      ],
      since: '2024-12-11',
      examples: {
        keeps: [
          {
            prior: { Policies: { PasswordPolicy: { MinimumLength: 12, TemporaryPasswordValidityDays: 30 } } },
            value: { Policies: { PasswordPolicy: { MinimumLength: 10 } } },
          },
        ],
        breaks: [],
      },
    },
    ...['RequireUppercase', 'RequireLowercase', 'RequireNumbers', 'RequireSymbols'].map(
      (name): StateNote => ({
        member: `${path}.${name}`,
        when: 'omitted',
        parent: 'sent',
        observed: { kind: 'becomes', values: [false] },
        documented: { kind: 'becomes', values: [false] },
        evidence: [
          documented('Smithy form of the model', '2025-04-02', 'The default is false.'),
          ...(name.endsWith('case')
            ? [
                realDrift(
                  'corpus, pool of 2026-06-13 (R04)',
                  '2026-06-13',
                  'Left out of a policy that was sent, it was false.',
                ),
              ]
            : []),
        ],
        examples: {
          keeps: [
            {
              prior: { Policies: { PasswordPolicy: { MinimumLength: 12, [name]: true } } },
              value: { Policies: { PasswordPolicy: { MinimumLength: 10 } } },
            },
          ],
          breaks: [],
        },
      }),
    ),
    {
      member: `${path}.PasswordHistorySize`,
      when: 'sent',
      observed: { kind: 'stored' },
      documented: { kind: 'stored' },
      evidence: [terraform('OBS-114', '24 and then 0 were applied and shown.')],
    },
  ],
  clauses: [
    openRule({
      id: 'policies.password-policy.password-history-size.advanced-security',
      member: `${path}.PasswordHistorySize`,
      says: 'Nobody has seen whether PasswordHistorySize above 0 is refused while advanced security is not active.',
      breach: all(
        above(`${path}.PasswordHistorySize`, 0),
        not(is('UserPoolAddOns.AdvancedSecurityMode', ['AUDIT', 'ENFORCED'])),
      ),
      onBreach: ['InvalidParameterException', 'FeatureUnavailableInTierException'],
      evidence: [
        apiProse('rule 4', '2024-08-06', 'Asks for active advanced security; the sentence went on 2025-03-03.'),
      ],
      examples: examples(
        [
          {
            UserPoolTier: 'PLUS',
            UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' },
            Policies: { PasswordPolicy: { PasswordHistorySize: 5 } },
          },
        ],
        [{ Policies: { PasswordPolicy: { PasswordHistorySize: 5 } } }],
      ),
      since: '2024-12-11',
      until: '2024-12-11',
    }),
    openRule({
      id: 'policies.password-policy.password-history-size.plan',
      member: `${path}.PasswordHistorySize`,
      says: 'Nobody has seen whether PasswordHistorySize above 0 is refused on the LITE plan.',
      breach: all(above(`${path}.PasswordHistorySize`, 0), is('UserPoolTier', ['LITE'])),
      onBreach: ['FeatureUnavailableInTierException', 'InvalidParameterException'],
      evidence: [
        inferred('feature plans (rule 4)', '2025-03-03', 'Password history is no feature of the lowest plan.'),
      ],
      examples: examples(
        [{ UserPoolTier: 'ESSENTIALS', Policies: { PasswordPolicy: { PasswordHistorySize: 5 } } }],
        [{ UserPoolTier: 'LITE', Policies: { PasswordPolicy: { PasswordHistorySize: 5 } } }],
      ),
      since: '2026-10-01',
    }),
  ],
};
