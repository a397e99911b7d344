import { after, examples, openRule, refusalRule, reported } from '../authoring.ts';
import type { Clause } from '../clause.ts';
import { above, all, any, is, matches, not, present } from '../conditions.ts';
import type { JsonObject } from '../json.ts';
import { kebabPath } from '../member.ts';
import { emailMessageNotes, identityArn, smsMessageNotes, subjectNotes } from '../sharedExamples.ts';
import { apiProse, cdkd, developerGuide, planEvaluation, preflight, realDrift, terraform } from '../sources.ts';
import type { Topic } from '../topic.ts';

const member = 'AdminCreateUserConfig';
const days = `${member}.UnusedAccountValidityDays`;
const temporary = 'Policies.PasswordPolicy.TemporaryPasswordValidityDays';
const invite = `${member}.InviteMessageTemplate`;
const developer: JsonObject = { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', SourceArn: identityArn } };
const code = '(?s).*\\{####\\}.*';

const smsEvidence = [
  reported(
    'badmintoncryer/cdk-preflight rule file (rule 35, OBS-087)',
    '2026-09-08',
    'A text without the code was refused.',
    'CreateUserPool',
  ),
];

/** AdminCreateUserConfig: how administrators make users, and the messages that invite them. */
export const adminCreateUserConfig: Topic = {
  samples: [
    admin({ AllowAdminCreateUserOnly: true }),
    {
      ...inviting({
        EmailMessage: 'Hello {username}, {####}',
        EmailSubject: 'Welcome',
        SMSMessage: '{username} {####}',
      }),
      ...developer,
    },
    admin({ UnusedAccountValidityDays: 30 }),
  ],
  model: {
    'admin-create-user-config.unused-account-validity-days.min': { examples: examples([0, 1], [-1]) },
    'admin-create-user-config.unused-account-validity-days.max': {
      examples: examples([365], [366]),
      evidence: [preflight('OBS-085', '365 was accepted, 366 refused.')],
    },
    ...inviteNotes(),
    ...subjectNotes(`${invite}.EmailSubject`),
  },
  state: [
    {
      member,
      when: 'omitted',
      observed: { kind: 'open' },
      documented: { kind: 'fresh' },
      evidence: [apiProse('general rule', '2018-08-24', 'What is left out gets its default value.')],
    },
    {
      member: `${member}.AllowAdminCreateUserOnly`,
      when: 'omitted',
      parent: 'omitted',
      observed: { kind: 'becomes', values: [false] },
      documented: { kind: 'becomes', values: [false] },
      evidence: [
        cdkd('OBS-005', 'true became false.'),
        planEvaluation('R16', 'true became false after an update of LambdaConfig alone.'),
        developerGuide('section g', 'Users may sign up by themselves by default.'),
      ],
      examples: { keeps: [after(admin({ AllowAdminCreateUserOnly: true }), { MfaConfiguration: 'OFF' })], breaks: [] },
    },
    {
      member: days,
      when: 'sent',
      observed: { kind: 'open' },
      documented: { kind: 'open' },
      evidence: [
        apiProse('rule 3', '2024-11-22', 'The member is no longer in use.'),
        reported('hashicorp/terraform-provider-aws thread (OBS-111)', '2018', '7 was shown though it was never set.'),
      ],
    },
    {
      member: days,
      when: 'omitted',
      name: 'follows-temporary-password',
      observed: { kind: 'follows', leader: temporary },
      documented: { kind: 'open' },
      evidence: [
        realDrift(
          'corpus (R03)',
          '2026-07',
          'On seven pools both showed one number, 7 or 3, though this one was never sent.',
        ),
        reported('boto/boto3#2516 (R03)', '2020-07-16', 'Both showed 7.'),
      ],
      examples: { keeps: [{ value: validFor(3) }], breaks: [] },
    },
    ...['SMSMessage', 'EmailMessage', 'EmailSubject'].map((name) => ({
      member: `${invite}.${name}`,
      when: 'sent' as const,
      observed: { kind: 'stored' as const },
      documented: { kind: 'stored' as const },
      evidence: [terraform('OBS-114', 'A change was applied and shown.')],
    })),
  ],
  clauses: [
    refusalRule({
      id: 'admin-create-user-config.unused-account-validity-days.not-with-temporary-password',
      member: days,
      says: 'UnusedAccountValidityDays is not sent together with TemporaryPasswordValidityDays.',
      breach: all(above(days, 0, 'request'), above(temporary, 0, 'request')),
      onBreach: ['InvalidParameterException'],
      evidence: [
        reported('pulumi/pulumi-aws-native thread (rule 3, OBS-057)', '2023', 'Both in one update were refused.'),
        reported('hashicorp/terraform-provider-aws threads (OBS-057)', '2019', 'Both in one update were refused.'),
        preflight('OBS-057', 'Both for a new pool were refused.'),
        apiProse('rule 3', '2019-05-03', 'The newer setting takes the place of the older.'),
      ],
      examples: examples(
        [{ ...admin({ UnusedAccountValidityDays: 0 }), ...validFor(7) }],
        [{ ...admin({ UnusedAccountValidityDays: 30 }), ...validFor(30) }],
      ),
    }),
    openRule({
      id: 'admin-create-user-config.unused-account-validity-days.alone',
      member: days,
      says: 'Whether UnusedAccountValidityDays alone is refused once the pool has TemporaryPasswordValidityDays is not known.',
      breach: all(above(days, 0, 'request'), not(above(temporary, 0, 'request'))),
      onBreach: ['InvalidParameterException'],
      evidence: [
        apiProse('rule 3', '2021-04-22', 'Once the newer setting is there, the older can no longer be set.'),
        reported(
          'hashicorp/terraform-provider-aws user_pool.go (OBS-057)',
          '2026',
          'Tries again without it when an update is refused.',
        ),
      ],
      examples: examples([admin({ UnusedAccountValidityDays: 0 })], [admin({ UnusedAccountValidityDays: 30 })]),
    }),
    codeInInvitation('EmailMessage', [
      preflight('rule 35, OBS-086', 'A mail without the code was refused, by the old pattern.'),
      apiProse('rule 35', '2024-11-22', 'The code may be left out where users have no passwords.'),
    ]),
    codeInInvitation('SMSMessage', [
      preflight('rule 35, OBS-087', 'A text without the code was refused, by a pattern that lets line breaks pass.'),
      apiProse('rule 35', '2024-11-22', 'The code may be left out where users have no passwords.'),
    ]),
    openRule({
      id: 'admin-create-user-config.invite-message-template.user-name',
      member: invite,
      says: 'The guide asks for {username} in invitations; no pattern does.',
      breach: any(
        ...['EmailMessage', 'SMSMessage'].map((name) =>
          all(
            present(`${invite}.${name}`, 'request'),
            not(matches(`${invite}.${name}`, '(?s).*\\{username\\}.*', 'request')),
          ),
        ),
      ),
      onBreach: ['InvalidParameterException'],
      evidence: [developerGuide('rule 35', 'Both places have to be in the message.')],
      examples: examples([inviting({ SMSMessage: '{username} {####}' })], [inviting({ SMSMessage: 'Code {####}' })]),
      basis: 'documented',
    }),
    openRule({
      id: 'admin-create-user-config.invite-message-template.sms-message.line-break',
      member: `${invite}.SMSMessage`,
      says: 'Sources differ on a line break in the SMS invitation.',
      breach: matches(`${invite}.SMSMessage`, '(?s).*[\\n\\r\\x{85}\\x{2028}\\x{2029}].*', 'request'),
      unsettles: ['admin-create-user-config.invite-message-template.sms-message.pattern'],
      onBreach: ['InvalidParameterException'],
      evidence: [preflight('OBS-087', 'The pattern printed lets line breaks pass.')],
      examples: examples(
        [inviting({ SMSMessage: '{username} {####}' })],
        [inviting({ SMSMessage: '{username}\n{####}' })],
      ),
      until: '2023-08-15',
    }),
    refusalRule({
      id: 'admin-create-user-config.invite-message-template.developer-only',
      member: invite,
      says: 'EmailMessage and EmailSubject of InviteMessageTemplate are set only where EmailSendingAccount is DEVELOPER.',
      breach: all(
        any(present(`${invite}.EmailMessage`, 'request'), present(`${invite}.EmailSubject`, 'request')),
        not(is('EmailConfiguration.EmailSendingAccount', ['DEVELOPER'])),
      ),
      onBreach: ['InvalidParameterException'],
      evidence: [
        apiProse('rule 34', '2020-11-24', 'Allowed only with DEVELOPER.'),
        terraform('OBS-114', 'Yet accepted with the default sender.', 'CreateUserPool'),
      ],
      examples: examples(
        [{ ...developer, ...inviting({ EmailSubject: 'Welcome' }) }],
        [inviting({ EmailSubject: 'Welcome' })],
      ),
      basis: 'documented',
    }),
  ],
};

function admin(members: JsonObject): JsonObject {
  return { AdminCreateUserConfig: members };
}

function inviting(messages: JsonObject): JsonObject {
  return admin({ InviteMessageTemplate: messages });
}

function validFor(daysValid: number): JsonObject {
  return { Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: daysValid } } };
}

/** The invitations lost the code from their patterns in November 2024. */
function inviteNotes(): NonNullable<Topic['model']> {
  const sms = `${kebabPath(invite)}.sms-message`;
  const mail = `${kebabPath(invite)}.email-message`;
  const withCode = {
    ...smsMessageNotes(`${invite}.SMSMessage`, smsEvidence),
    ...emailMessageNotes(`${invite}.EmailMessage`),
  };
  const until = '2023-08-15';
  const since = '2024-12-11';
  return {
    ...Object.fromEntries(Object.entries(withCode).map(([id, note]) => [id, [{ ...note, until } as const]])),
    [`${sms}.min`]: [
      { examples: examples(['{####}'], ['{###}', '']), until },
      { examples: examples(['{####}'], ['Hello', '']), since },
    ],
    [`${sms}.max`]: { examples: examples(['{####}'.padEnd(140, 'x')], ['{####}'.padEnd(141, 'x')]) },
    [`${sms}.pattern`]: [
      { examples: examples(['Code {####}'], ['Welcome aboard']), evidence: smsEvidence, until },
      // This one takes every text.
      { examples: examples(['Code {####}', 'Welcome aboard', 'Two\nlines']), since },
    ],
    [`${mail}.min`]: [
      { examples: examples(['{####}'], ['{###}', '']), until },
      { examples: examples(['{####}'], ['Hello', '']), since },
    ],
    [`${mail}.max`]: { examples: examples(['{####}'.padEnd(20000, 'x')], ['{####}'.padEnd(20001, 'x')]) },
    [`${mail}.pattern`]: [
      { examples: examples(['Code {####}', 'Two\n{####}'], ['Welcome aboard', '{####}\u0007']), until },
      { examples: examples(['Code {####}', 'Welcome aboard'], ['{####}\u0007', 'Welcome\u200baboard']), since },
    ],
  };
}

/** The model lets an invitation without the code pass; the service was still seen to refuse it. */
function codeInInvitation(name: 'EmailMessage' | 'SMSMessage', evidence: Clause['evidence']): Clause {
  const path = `${invite}.${name}`;
  const fromDeveloper = name === 'EmailMessage' ? developer : {};
  return openRule({
    id: `${kebabPath(path)}.code`,
    member: path,
    says: `The model lets ${name} go without {####}; the service was later seen to refuse it.`,
    breach: all(present(path, 'request'), not(matches(path, code, 'request'))),
    onBreach: ['InvalidParameterException'],
    evidence,
    examples: examples(
      [{ ...fromDeveloper, ...inviting({ [name]: '{username} {####}' }) }],
      [{ ...fromDeveloper, ...inviting({ [name]: 'Welcome, {username}' }) }],
    ),
    since: '2024-12-11',
    basis: 'observed',
  });
}
