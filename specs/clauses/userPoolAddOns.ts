import { examples, inferred, openRule, refusalRule, reported } from '../authoring.ts';
import { all, is, present } from '../conditions.ts';
import type { JsonObject } from '../json.ts';
import { enumNote } from '../sharedExamples.ts';
import { apiProse, cdkd, planEvaluation, terraform } from '../sources.ts';
import type { Topic } from '../topic.ts';

const mode = 'UserPoolAddOns.AdvancedSecurityMode';
const custom = 'UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode';
const plus = { UserPoolTier: 'PLUS' };

/** UserPoolAddOns: threat protection. */
export const userPoolAddOns: Topic = {
  // The first suits editions with plans, the last those before them.
  samples: [
    {
      ...addOns({ AdvancedSecurityMode: 'AUDIT', AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'AUDIT' } }),
      ...plus,
    },
    addOns({ AdvancedSecurityMode: 'AUDIT' }),
  ],
  model: {
    'user-pool-add-ons.advanced-security-mode.enum': enumNote(
      ['OFF', 'AUDIT', 'ENFORCED'],
      ['ON', 'Audit', 'ENFORCE', ''],
    ),
    'user-pool-add-ons.advanced-security-mode.required': {
      examples: examples([]),
      evidence: [apiProse('rule 13', '2017-11-28', 'The mode belongs to the setting.')],
    },
    'user-pool-add-ons.advanced-security-additional-flows.custom-auth-mode.enum': enumNote(
      ['AUDIT', 'ENFORCED'],
      ['OFF', 'audit', ''],
    ),
  },
  state: [
    {
      member: mode,
      when: 'sent',
      observed: { kind: 'stored' },
      documented: { kind: 'stored' },
      evidence: [terraform('OBS-114', 'A change was applied and shown.')],
    },
    {
      member: 'UserPoolAddOns',
      when: 'omitted',
      observed: { kind: 'becomes', values: [null] },
      documented: { kind: 'fresh' },
      evidence: [
        cdkd('OBS-004', 'The setting was no longer shown, with a control in the same request.'),
        planEvaluation('R13', 'Gone after an update of the plan alone, so that LITE was accepted.'),
        terraform('OBS-004', 'An update without the setting left none.'),
      ],
    },
  ],
  clauses: [
    refusalRule({
      id: 'user-pool-add-ons.advanced-security-mode.plan',
      member: mode,
      says: 'AdvancedSecurityMode AUDIT and ENFORCED are refused on the ESSENTIALS plan.',
      breach: all(is('UserPoolTier', ['ESSENTIALS']), is(mode, ['AUDIT', 'ENFORCED'])),
      onBreach: ['FeatureUnavailableInTierException', 'TierChangeNotAllowedException', 'InvalidParameterException'],
      evidence: [
        reported(
          'hashicorp/terraform-provider-aws thread (rule 12, OBS-058)',
          '2024-12',
          'An update was refused with status 400.',
        ),
        reported('aws/aws-cdk thread (OBS-058)', '2025', 'The same refusal.'),
        apiProse('rule 13', '2025-03-03', 'Threat protection belongs to the PLUS plan.'),
      ],
      examples: examples(
        [
          { ...plus, ...addOns({ AdvancedSecurityMode: 'AUDIT' }) },
          { UserPoolTier: 'ESSENTIALS', ...addOns({ AdvancedSecurityMode: 'OFF' }) },
        ],
        ['AUDIT', 'ENFORCED'].map((one) => ({
          UserPoolTier: 'ESSENTIALS',
          ...addOns({ AdvancedSecurityMode: one }),
        })),
      ),
    }),
    openRule({
      id: 'user-pool-add-ons.advanced-security-mode.on-lite',
      member: mode,
      says: 'Some older pools keep threat protection on the LITE plan; whether others may have it there is not known.',
      breach: all(is('UserPoolTier', ['LITE']), is(mode, ['AUDIT', 'ENFORCED'])),
      onBreach: ['FeatureUnavailableInTierException', 'TierChangeNotAllowedException', 'InvalidParameterException'],
      evidence: [
        reported('aws/aws-cdk thread (rule 13)', '2025', 'Pools from before the plans may keep it.'),
        apiProse('rule 13', '2025-03-03', 'Threat protection belongs to the PLUS plan.'),
      ],
      examples: examples(
        [{ UserPoolTier: 'LITE', ...addOns({ AdvancedSecurityMode: 'OFF' }) }],
        [{ UserPoolTier: 'LITE', ...addOns({ AdvancedSecurityMode: 'AUDIT' }) }],
      ),
    }),
    openRule({
      id: 'user-pool-add-ons.advanced-security-additional-flows.without-threat-protection',
      member: custom,
      says: 'Nobody has seen CustomAuthMode sent with AdvancedSecurityMode OFF.',
      breach: all(present(custom, 'request'), is(mode, ['OFF'], 'request')),
      onBreach: ['InvalidParameterException', 'FeatureUnavailableInTierException'],
      evidence: [inferred('the shape of UserPoolAddOns', '2024-08-08', 'The flow adds to a protection that is off.')],
      examples: examples(
        [
          {
            ...plus,
            ...addOns({ AdvancedSecurityMode: 'AUDIT', AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'AUDIT' } }),
          },
        ],
        [
          {
            ...plus,
            ...addOns({ AdvancedSecurityMode: 'OFF', AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'AUDIT' } }),
          },
        ],
      ),
    }),
  ],
};

function addOns(members: JsonObject): JsonObject {
  return { UserPoolAddOns: members };
}
