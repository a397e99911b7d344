import { after, examples, measured, openRule, refusalRule, reported, seenIn } from '../authoring.ts';
import type { Clause } from '../clause.ts';
import { above, all, any, holds, is, present } from '../conditions.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { enumNote, identityArn, roleArn } from '../sharedExamples.ts';
import { apiProse, cdkd, developerGuide, preflight, terraform } from '../sources.ts';
import type { Topic } from '../topic.ts';

const member = 'AccountRecoverySetting';
const list = `${member}.RecoveryMechanisms`;
const mail = mechanism(1, 'verified_email');
const phone = mechanism(2, 'verified_phone_number');

const developer: JsonObject = { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', SourceArn: identityArn } };
const sms: JsonObject = { SmsConfiguration: { SnsCallerArn: roleArn, ExternalId: 'poolproof' } };
const withSoftwareToken: JsonObject = {
  MfaConfiguration: 'OPTIONAL',
  SoftwareTokenMfaConfiguration: { Enabled: true },
};
const withEmail: JsonObject = {
  MfaConfiguration: 'OPTIONAL',
  EmailMfaConfiguration: { Message: 'Code {####}', Subject: 'Code' },
};

/** What is known of e-mail as a second factor beside recovery by e-mail, from the operation that sets it. */
export const emailMfaEvidence = [
  seenIn(
    'us-east-1',
    measured(
      'a decision record of a public project, ids 60057739840 and 59670765409 (R23)',
      '2026-09',
      'Refused where recovery was absent or by e-mail alone.',
      'SetUserPoolMfaConfig',
    ),
  ),
  reported('hashicorp/terraform-provider-aws#41049 (R23)', '2025-01', 'The same refusal.', 'SetUserPoolMfaConfig'),
];

/** AccountRecoverySetting: how users get back in. */
export const accountRecoverySetting: Topic = {
  samples: [recovery(mechanism(1, 'verified_phone_number'))],
  model: {
    'account-recovery-setting.recovery-mechanisms.min': { examples: examples([[mail]], [[]]) },
    'account-recovery-setting.recovery-mechanisms.max': {
      // With two priorities, a third mechanism repeats one or lies outside.
      examples: examples([[mail, phone]], [[mail, phone, mechanism(1, 'admin_only')]]),
      evidence: [preflight('rule 43, OBS-097', 'Three mechanisms were refused.')],
    },
    'account-recovery-setting.recovery-mechanisms.item.priority.min': { examples: examples([1], [0, -1]) },
    'account-recovery-setting.recovery-mechanisms.item.priority.max': { examples: examples([1, 2], [3]) },
    'account-recovery-setting.recovery-mechanisms.item.name.enum': enumNote(
      ['verified_email', 'verified_phone_number', 'admin_only'],
      ['email', 'VERIFIED_EMAIL', 'verified_phone', ''],
    ),
  },
  state: [
    {
      member: list,
      when: 'sent',
      observed: { kind: 'stored' },
      documented: { kind: 'stored' },
      evidence: [
        terraform('OBS-115', 'Two mechanisms gave way to one.'),
        terraform('OBS-114', 'A change was applied and shown.'),
      ],
    },
    {
      member,
      when: 'omitted',
      observed: { kind: 'kept' },
      documented: { kind: 'fresh' },
      evidence: [cdkd('OBS-015', 'The mechanisms stayed, with a control in the same request.')],
    },
    {
      member,
      when: 'empty',
      observed: { kind: 'dropped' },
      documented: { kind: 'fresh' },
      evidence: [
        reported(
          'hashicorp/terraform-provider-aws thread (rule 45)',
          '2022',
          'An empty setting brought the old behaviour back.',
        ),
      ],
      examples: {
        keeps: [after(recovery(mechanism(1, 'verified_phone_number')), { AccountRecoverySetting: {} })],
        breaks: [],
      },
    },
  ],
  clauses: [
    unique(
      'Priority',
      'priorities',
      [mail, mechanism(1, 'verified_phone_number')],
      [phone, mechanism(2, 'verified_email')],
    ),
    unique('Name', 'names', [mail, mechanism(2, 'verified_email')], [phone, mechanism(1, 'verified_phone_number')]),
    refusalRule({
      id: 'account-recovery-setting.recovery-mechanisms.admin-only-alone',
      member: list,
      says: 'The mechanism admin_only stands alone.',
      breach: all(
        above(list, 1, 'request'),
        holds(list, [mechanism(1, 'admin_only'), mechanism(2, 'admin_only')], 'request'),
      ),
      onBreach: ['InvalidParameterException'],
      evidence: [
        preflight('rule 44, OBS-076', 'admin_only with another mechanism was refused.'),
        developerGuide('rule 44', 'It cannot be combined.'),
      ],
      examples: examples(
        [recovery(mechanism(1, 'admin_only')), recovery(mail, phone)],
        [recovery(mail, mechanism(2, 'admin_only')), recovery(mechanism(1, 'admin_only'), phone)],
      ),
    }),
    openRule({
      id: 'account-recovery-setting.phone-with-sms-mfa',
      member: list,
      says: 'One report has recovery by telephone refused while SMS is a second factor; many pools have both.',
      breach: all(
        any(...[1, 2].map((priority) => holds(list, [mechanism(priority, 'verified_phone_number')], 'request'))),
        is('MfaConfiguration', ['ON', 'OPTIONAL']),
        present('SmsConfiguration'),
      ),
      onBreach: ['InvalidParameterException'],
      evidence: [
        reported(
          'aws/aws-cdk#11478, a comment (R22)',
          '2023-07-27',
          'Refused with MFA required by SMS.',
          'CreateUserPool',
        ),
        reported(
          'a public stack, id 59748503939 (R22)',
          '2026',
          'Deployed with OPTIONAL and SMS configured.',
          'CreateUserPool',
        ),
      ],
      stateHolds: true,
      examples: {
        keeps: [{ value: recovery(phone) }],
        breaks: [{ mfa: withSoftwareToken, value: { ...sms, ...recovery(phone) } }],
      },
    }),
    openRule({
      id: 'account-recovery-setting.mail-alone-with-email-mfa',
      member: list,
      says: 'SetUserPoolMfaConfig refuses e-mail as a second factor where recovery is by e-mail alone; the reverse is not known.',
      breach: all(
        present('EmailMfaConfiguration'),
        any(...[1, 2].map((priority) => is(list, [[mechanism(priority, 'verified_email')]], 'request'))),
      ),
      onBreach: ['InvalidParameterException'],
      evidence: emailMfaEvidence,
      stateHolds: true,
      examples: {
        keeps: [{ value: recovery(mail) }],
        breaks: [
          {
            prior: { ...developer, ...recovery(mail, phone) },
            mfa: withEmail,
            value: { ...developer, ...recovery(mail) },
          },
        ],
      },
    }),
  ],
};

function recovery(...mechanisms: readonly JsonValue[]): JsonObject {
  return { AccountRecoverySetting: { RecoveryMechanisms: mechanisms } };
}

function mechanism(priority: number, name: string): JsonObject {
  return { Priority: priority, Name: name };
}

function unique(name: string, plural: string, ...repeated: readonly (readonly JsonObject[])[]): Clause {
  return refusalRule({
    id: `account-recovery-setting.recovery-mechanisms.unique-${plural}`,
    member: list,
    says: `No two RecoveryMechanisms have the same ${name}.`,
    breach: { kind: 'repeats', at: list, reads: 'request', member: name },
    onBreach: ['InvalidParameterException'],
    evidence: [
      preflight('rule 43, OBS-075', 'A repeated priority or name was refused.'),
      apiProse('rule 43', '2019-11-26', 'One or two mechanisms, in an order of priority.'),
    ],
    examples: examples(
      [recovery(mail, phone), recovery(phone)],
      repeated.map((mechanisms) => recovery(...mechanisms)),
    ),
  });
}
