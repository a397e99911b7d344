import { after, examples, refusalRule, reported } from '../authoring.ts';
import type { Clause } from '../clause.ts';
import { above, all, holds } from '../conditions.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { enumNote } from '../sharedExamples.ts';
import { apiProse, cdkd, developerGuide, preflight, terraform } from '../sources.ts';
import type { Topic } from '../topic.ts';

const member = 'AccountRecoverySetting';
const list = `${member}.RecoveryMechanisms`;
const mail = mechanism(1, 'verified_email');
const phone = mechanism(2, 'verified_phone_number');

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
