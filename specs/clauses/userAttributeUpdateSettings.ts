import { after, refusalRule, reported, seenIn } from '../authoring.ts';
import type { Example } from '../clause.ts';
import type { JsonObject } from '../json.ts';
import { enumNote } from '../sharedExamples.ts';
import { apiProse, cdkd, preflight, terraform } from '../sources.ts';
import type { Topic } from '../topic.ts';

const member = 'UserAttributeUpdateSettings';
const list = `${member}.AttributesRequireVerificationBeforeUpdate`;
const both: JsonObject = { AutoVerifiedAttributes: ['email'], ...requiring('email') };

const withinAutoVerified = {
  id: 'user-attribute-update-settings.attributes-require-verification-before-update.auto-verified',
  member: list,
  says:
    'Every attribute in AttributesRequireVerificationBeforeUpdate is in AutoVerifiedAttributes, ' +
    'and an omitted AutoVerifiedAttributes is empty.',
  breach: { kind: 'exceeds', at: list, reads: 'result', of: 'AutoVerifiedAttributes' },
  onBreach: ['InvalidParameterException'],
  evidence: [
    cdkd('rule 20, OBS-022', 'The rule was applied to the state that would have resulted.'),
    reported(
      'aws/aws-cli thread (OBS-023)',
      '2022-08',
      'Sent alone, the setting was refused though the pool verified e-mail.',
    ),
    preflight('OBS-023', 'The same refusal for a new pool.'),
    apiProse('rule 20', '2022-05-24', 'Describes the setting without the rule.'),
  ],
} as const;

const beyond: readonly Example[] = [
  { value: requiring('email') },
  { value: { AutoVerifiedAttributes: [], ...requiring('email') } },
  // As many as there are, and yet another; one that is there, with another before or behind it.
  { value: { AutoVerifiedAttributes: ['email'], ...requiring('phone_number') } },
  { value: { AutoVerifiedAttributes: ['email'], ...requiring('email', 'phone_number') } },
  { value: { AutoVerifiedAttributes: ['email'], ...requiring('phone_number', 'email') } },
];

/** UserAttributeUpdateSettings: what has to be verified before it changes. */
export const userAttributeUpdateSettings: Topic = {
  samples: [both],
  model: {
    'user-attribute-update-settings.attributes-require-verification-before-update.item.enum': enumNote(
      ['phone_number', 'email'],
      ['given_name', 'preferred_username', 'Email', ''],
      [preflight('OBS-095', 'given_name was refused.')],
    ),
  },
  state: [
    {
      member,
      when: 'omitted',
      observed: { kind: 'kept' },
      documented: { kind: 'fresh' },
      evidence: [
        cdkd('OBS-022', 'The stored list survived an omission so well that it made the update fail.'),
        reported(
          'hashicorp/terraform-provider-aws user_pool.go, a comment (OBS-021)',
          '2026',
          'Leaving it out modifies nothing.',
        ),
        terraform('OBS-021', 'The list has to be sent empty to be cleared.'),
        seenIn(
          'eu-central-1',
          reported(
            'ekristen/aws-nuke#477 (R28)',
            '2024-12-26',
            'Accepted without the setting once AutoVerifiedAttributes was sent.',
          ),
        ),
        reported('public scripts, ids 71271216563 and 61387995674 (R28)', '2026', 'The same.'),
      ],
      examples: { keeps: [after(both, { AutoVerifiedAttributes: ['email'] })], breaks: [] },
    },
    {
      member: list,
      when: 'empty',
      observed: { kind: 'becomes', values: [[]] },
      documented: { kind: 'becomes', values: [[]] },
      evidence: [
        terraform('OBS-024', 'An empty list cleared it.'),
        reported('aws/aws-cli thread (OBS-024)', '2022', 'An empty list cleared it.'),
      ],
      examples: { keeps: [after(both, requiring())], breaks: [] },
    },
  ],
  clauses: [
    // A stored list survives an omission by the measurements only, so only there does it break the rule.
    refusalRule({
      ...withinAutoVerified,
      examples: {
        keeps: [{ value: both }, after(both, requiring())],
        breaks: [...beyond, after(both, { MfaConfiguration: 'OFF' })],
      },
      basis: 'observed',
    }),
    refusalRule({
      ...withinAutoVerified,
      examples: { keeps: [{ value: both }, after(both, requiring())], breaks: beyond },
      basis: 'documented',
    }),
  ],
};

function requiring(...attributes: readonly string[]): JsonObject {
  return { UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: attributes } };
}
