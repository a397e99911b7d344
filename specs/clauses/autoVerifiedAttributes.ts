import { after, examples, measured, openRule, refusalRule, reported } from '../authoring.ts';
import { all, holds, not, present } from '../conditions.ts';
import { enumNote, roleArn } from '../sharedExamples.ts';
import { cdkd, planEvaluation, preflight, terraform } from '../sources.ts';
import type { Topic } from '../topic.ts';

const sms = { SmsConfiguration: { SnsCallerArn: roleArn, ExternalId: 'poolproof' } };

const measuredOnUpdate = measured(
  'public measurement on UpdateUserPool (rule 21)',
  '2026-09-13',
  'phone_number was refused when the request had no SmsConfiguration.',
);

/** AutoVerifiedAttributes: what the pool verifies by itself. */
export const autoVerifiedAttributes: Topic = {
  samples: [{ AutoVerifiedAttributes: ['email'] }],
  model: {
    'auto-verified-attributes.item.enum': enumNote(
      ['phone_number', 'email'],
      ['given_name', 'preferred_username', 'EMAIL', 'phone', ''],
      [preflight('OBS-094', 'given_name was refused.')],
    ),
  },
  state: [
    {
      member: 'AutoVerifiedAttributes',
      when: 'omitted',
      observed: { kind: 'becomes', values: [null] },
      documented: { kind: 'fresh' },
      evidence: [
        cdkd('OBS-001', 'The list was gone, with a control in the same request.', '2026-08-18'),
        planEvaluation('R16', 'Gone after an update of LambdaConfig alone.'),
        terraform('OBS-001', 'An update without the list left none.'),
      ],
    },
  ],
  clauses: [
    refusalRule({
      id: 'auto-verified-attributes.sms-configuration',
      member: 'AutoVerifiedAttributes',
      says: 'AutoVerifiedAttributes with phone_number needs an SmsConfiguration.',
      breach: all(holds('AutoVerifiedAttributes', ['phone_number']), not(present('SmsConfiguration'))),
      onBreach: ['InvalidParameterException'],
      evidence: [
        measuredOnUpdate,
        preflight('OBS-043', 'A new pool with phone_number and without SmsConfiguration was refused.'),
        reported('hashicorp/terraform-provider-aws thread (rule 21)', '2022-12', 'The same refusal on an update.'),
      ],
      examples: examples(
        [{ AutoVerifiedAttributes: ['email'] }, { AutoVerifiedAttributes: ['phone_number', 'email'], ...sms }],
        [{ AutoVerifiedAttributes: ['phone_number'] }, { AutoVerifiedAttributes: ['email', 'phone_number'] }],
      ),
    }),
    openRule({
      id: 'auto-verified-attributes.sms-configuration-in-request',
      member: 'AutoVerifiedAttributes',
      says: 'Whether the SmsConfiguration that the pool already has is enough for phone_number is not certain.',
      breach: all(
        holds('AutoVerifiedAttributes', ['phone_number']),
        present('SmsConfiguration'),
        not(present('SmsConfiguration', 'request')),
      ),
      onBreach: ['InvalidParameterException'],
      evidence: [measuredOnUpdate, cdkd('OBS-017', 'An omitted SmsConfiguration stays all the same.')],
      examples: {
        keeps: [{ value: { AutoVerifiedAttributes: ['phone_number'], ...sms } }],
        breaks: [after(sms, { AutoVerifiedAttributes: ['phone_number'] })],
      },
      // By the documentation an omitted SmsConfiguration is gone, which is the rule above.
      basis: 'observed',
    }),
  ],
};
