import { acceptanceRule, documented, examples, openRule, refusalRule, reported, seenIn } from '../authoring.ts';
import type { Clause } from '../clause.ts';
import { all, any, is, matches, not, present } from '../conditions.ts';
import type { JsonObject } from '../json.ts';
import { kebabPath, type MemberPath } from '../member.ts';
import { emailMessageNotes, enumNote, identityArn, smsMessageNotes, subjectNotes } from '../sharedExamples.ts';
import { apiProse, cdkd, preflight, realDrift, terraform } from '../sources.ts';
import type { StateNote, Topic } from '../topic.ts';

const template = 'VerificationMessageTemplate';
const codeMail = `${template}.EmailMessage`;
const linkMail = `${template}.EmailMessageByLink`;
const option = `${template}.DefaultEmailOption`;
const developer: JsonObject = { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', SourceArn: identityArn } };
const link = 'Press {##here##}.';

const smsEvidence = [
  reported(
    'badmintoncryer/cdk-preflight rule files (rule 31, OBS-092)',
    '2026-09-08',
    'A text without the code was refused.',
    'CreateUserPool',
  ),
];

const oneMail = {
  id: 'verification-message-template.one-mail',
  member: template,
  breach: all(present(codeMail, 'request'), present(linkMail, 'request')),
  onBreach: ['InvalidParameterException'],
  evidence: [
    apiProse('rule 33', '2025-03-03', 'Both together are answered with an error.'),
    terraform('OBS-104', 'Both together were accepted for a new pool.', 'CreateUserPool'),
    reported('aws/aws-cli thread (OBS-077)', '2023-10-31', 'Both together were refused; the cause is a guess.'),
  ],
  examples: examples(
    [{ ...developer, ...withTemplate({ EmailMessage: 'Code {####}' }) }],
    [
      { ...developer, ...withTemplate({ EmailMessage: 'Code {####}', EmailMessageByLink: link }) },
      {
        ...developer,
        ...withTemplate({
          DefaultEmailOption: 'CONFIRM_WITH_LINK',
          EmailMessage: 'Code {####}',
          EmailSubject: 'Code',
          EmailMessageByLink: link,
          EmailSubjectByLink: 'Link',
          SmsMessage: 'Code {####}',
        }),
      },
    ],
  ),
} as const;

const { onBreach: _noError, ...oneMailAccepted } = {
  ...oneMail,
  evidence: [
    terraform('OBS-104, R10', 'Both together, six texts in all, were accepted and shown.', 'CreateUserPool'),
    documented('AWS CLI reference, example of update-user-pool (R10)', '2026', 'Sends both.'),
    reported(
      'aws/aws-cli thread (OBS-077)',
      '2023-10-31',
      'Refused without a text in the link, which is another cause.',
    ),
  ],
};
const mails = ['EmailMessage', 'EmailSubject', 'EmailMessageByLink', 'EmailSubjectByLink'];
const sender = 'EmailConfiguration.EmailSendingAccount';

/** The verification messages, the old three and the template, and SmsAuthenticationMessage. */
export const verificationMessages: Topic = {
  samples: [
    { SmsVerificationMessage: 'Verify {####}' },
    { SmsAuthenticationMessage: 'Sign in {####}' },
    { EmailVerificationMessage: 'Verify {####}', EmailVerificationSubject: 'Verify', ...developer },
    { EmailVerificationSubject: 'Verify', ...developer },
    withTemplate({ SmsMessage: 'Verify {####}' }),
    {
      ...withTemplate({
        EmailMessage: 'Verify {####}',
        EmailSubject: 'Verify',
        DefaultEmailOption: 'CONFIRM_WITH_CODE',
      }),
      ...developer,
    },
    {
      ...withTemplate({
        EmailMessageByLink: link,
        EmailSubjectByLink: 'Verify',
        DefaultEmailOption: 'CONFIRM_WITH_LINK',
      }),
      ...developer,
    },
  ],
  model: {
    ...smsMessageNotes('SmsVerificationMessage', smsEvidence),
    ...emailMessageNotes('EmailVerificationMessage', [
      preflight('rule 32, OBS-088', 'A mail without the code was refused.'),
    ]),
    ...subjectNotes('EmailVerificationSubject'),
    ...smsMessageNotes(`${template}.SmsMessage`, smsEvidence),
    ...emailMessageNotes(codeMail, [preflight('rule 32, OBS-089', 'A mail without the code was refused.')]),
    ...subjectNotes(`${template}.EmailSubject`, [
      preflight('OBS-091', '140 characters were accepted, 141 refused.'),
      terraform('OBS-104', '140 Japanese characters were accepted: characters are counted, not bytes.'),
    ]),
    'verification-message-template.email-message-by-link.min': { examples: examples(['{####}'], ['{###}', '']) },
    'verification-message-template.email-message-by-link.max': {
      examples: examples([link.padEnd(20000, 'x')], [link.padEnd(20001, 'x')]),
    },
    'verification-message-template.email-message-by-link.pattern': {
      // The empty link passes the pattern; what the service makes of it is not certain.
      examples: examples(
        [link, '{##Hier klicken ✓##}', '{####}', 'Line\n{##go##}\n'],
        ['Click to verify.', '{#here#}', '{##here}', '{##go##}\u0007'],
      ),
      evidence: [preflight('rule 32, OBS-090', 'A mail without a link was refused.')],
    },
    ...subjectNotes(`${template}.EmailSubjectByLink`),
    'verification-message-template.default-email-option.enum': enumNote(
      ['CONFIRM_WITH_LINK', 'CONFIRM_WITH_CODE'],
      ['CONFIRM', 'confirm_with_link', 'CONFIRM_WITH_CODE ', ''],
    ),
    ...smsMessageNotes('SmsAuthenticationMessage', smsEvidence),
  },
  state: [
    ...['SmsVerificationMessage', 'EmailVerificationMessage', 'EmailVerificationSubject'].flatMap(oldMessage),
    ...['EmailMessage', 'EmailSubject', 'SmsMessage'].map(
      (name): StateNote => ({
        member: `${template}.${name}`,
        when: 'sent',
        observed: { kind: 'stored' },
        documented: { kind: 'stored' },
        evidence: [terraform('OBS-112', 'Shown in the template and in the older member.')],
      }),
    ),
    {
      member: template,
      when: 'omitted',
      observed: { kind: 'open' },
      documented: { kind: 'fresh' },
      evidence: [apiProse('general rule', '2018-08-24', 'What is left out gets its default value.')],
    },
    ...['EmailVerificationMessage', 'EmailVerificationSubject'].map(
      (member): StateNote => ({
        member,
        when: 'omitted',
        observed: { kind: 'fresh' },
        documented: { kind: 'fresh' },
        evidence: [
          reported(
            'aws/serverless-application-model#1548 (R08)',
            '2020-04-02',
            'A deployment without changes lost a text that was set by hand.',
          ),
        ],
      }),
    ),
    {
      member: 'SmsVerificationMessage',
      when: 'omitted',
      observed: { kind: 'either', of: [{ kind: 'fresh' }, { kind: 'kept' }] },
      documented: { kind: 'fresh' },
      evidence: [apiProse('general rule', '2018-08-24', 'What is left out gets its default value.')],
    },
    {
      member: option,
      when: 'omitted',
      parent: 'omitted',
      observed: { kind: 'becomes', values: ['CONFIRM_WITH_CODE'] },
      documented: { kind: 'fresh' },
      evidence: [cdkd('OBS-006', 'CONFIRM_WITH_LINK became CONFIRM_WITH_CODE.')],
      examples: {
        keeps: [
          {
            prior: {
              ...developer,
              ...withTemplate({
                EmailMessageByLink: link,
                EmailSubjectByLink: 'Verify',
                DefaultEmailOption: 'CONFIRM_WITH_LINK',
              }),
            },
            value: { MfaConfiguration: 'OFF' },
          },
        ],
        breaks: [],
      },
    },
    {
      member: 'SmsAuthenticationMessage',
      when: 'sent',
      observed: { kind: 'stored' },
      documented: { kind: 'stored' },
      evidence: [terraform('OBS-114', 'A change was applied and shown.')],
    },
    {
      member: 'SmsAuthenticationMessage',
      when: 'omitted',
      observed: { kind: 'dropped' },
      documented: { kind: 'fresh' },
      evidence: [cdkd('OBS-007', 'The custom text was gone.')],
    },
  ],
  clauses: [
    ...twins('EmailMessage', 'EmailVerificationMessage', 'Code {####}', 'Other {####}'),
    ...twins('EmailSubject', 'EmailVerificationSubject', 'Code', 'Other'),
    ...twins('SmsMessage', 'SmsVerificationMessage', 'Code {####}', 'Other {####}'),
    ...['SmsVerificationMessage', `${template}.SmsMessage`, 'SmsAuthenticationMessage'].map(lineBreak),
    openRule({
      id: 'verification-message-template.email-message-by-link.link-text',
      member: linkMail,
      says: 'Nobody knows for certain whether a link without a text, {####}, is refused.',
      breach: all(
        matches(linkMail, '(?s).*\\{####\\}.*', 'request'),
        not(matches(linkMail, '(?s).*\\{##[^{}]+##\\}.*', 'request')),
      ),
      onBreach: ['InvalidParameterException'],
      evidence: [
        reported(
          'aws/aws-cli thread (rule 32, OBS-077)',
          '2023-10-31',
          'Such a request was refused; its cause is a guess.',
        ),
        apiProse('rule 32', '2024-11-22', 'The link has a text between its marks.'),
      ],
      examples: examples(
        [{ ...developer, ...withTemplate({ EmailMessageByLink: link }) }],
        [{ ...developer, ...withTemplate({ EmailMessageByLink: 'Press {####}.' }) }],
      ),
    }),
    acceptanceRule({
      ...oneMailAccepted,
      says: 'EmailMessage and EmailMessageByLink are accepted together.',
      basis: 'observed',
    }),
    acceptanceRule({
      id: 'verification-message-template.with-default-sender',
      member: template,
      says: 'Mails and subjects of VerificationMessageTemplate are accepted with the default sender too.',
      breach: all(
        any(...mails.map((name) => present(`${template}.${name}`, 'request'))),
        not(is(sender, ['DEVELOPER'])),
      ),
      evidence: [
        realDrift('corpus, five pools (R11)', '2026-07', 'Accepted and shown with COGNITO_DEFAULT.'),
        terraform('OBS-112', 'Accepted with the default sender.', 'CreateUserPool'),
      ],
      examples: examples(
        [{ ...developer, ...withTemplate({ EmailMessage: 'Code {####}' }) }],
        [withTemplate({ EmailMessage: 'Code {####}' }), withTemplate({ EmailSubjectByLink: 'Verify' })],
      ),
      basis: 'observed',
    }),
    refusalRule({
      ...oneMail,
      says: 'EmailMessage and EmailMessageByLink are not sent together.',
      since: '2026-10-01',
      basis: 'documented',
    }),
    openRule({
      ...oneMail,
      says: 'Sources differ on EmailMessage and EmailMessageByLink in one request.',
      until: '2024-12-11',
      basis: 'documented',
    }),
    openRule({
      id: 'verification-message-template.default-email-option.matching-message',
      member: option,
      says: 'Nobody has seen DefaultEmailOption sent with the mail of the other kind alone.',
      breach: any(
        all(
          is(option, ['CONFIRM_WITH_LINK'], 'request'),
          present(codeMail, 'request'),
          not(present(linkMail, 'request')),
        ),
        all(
          is(option, ['CONFIRM_WITH_CODE'], 'request'),
          present(linkMail, 'request'),
          not(present(codeMail, 'request')),
        ),
      ),
      onBreach: ['InvalidParameterException'],
      evidence: [apiProse('rule 33', '2025-03-03', 'Each option goes with its own mail.')],
      examples: examples(
        [{ ...developer, ...withTemplate({ DefaultEmailOption: 'CONFIRM_WITH_LINK', EmailMessageByLink: link }) }],
        [{ ...developer, ...withTemplate({ DefaultEmailOption: 'CONFIRM_WITH_LINK', EmailMessage: 'Code {####}' }) }],
      ),
    }),
    refusalRule({
      id: 'verification-message-template.developer-only',
      member: template,
      says: 'Mails and subjects of VerificationMessageTemplate are set only where EmailSendingAccount is DEVELOPER.',
      breach: all(
        any(...mails.map((name) => present(`${template}.${name}`, 'request'))),
        not(is(sender, ['DEVELOPER'])),
      ),
      onBreach: ['InvalidParameterException'],
      evidence: [
        apiProse('rule 34', '2020-11-24', 'Allowed only with DEVELOPER.'),
        terraform('OBS-112', 'Yet accepted with the default sender.', 'CreateUserPool'),
      ],
      examples: examples(
        [{ ...developer, ...withTemplate({ EmailMessage: 'Code {####}' }) }],
        [withTemplate({ EmailMessage: 'Code {####}' }), withTemplate({ EmailSubjectByLink: 'Verify' })],
      ),
      basis: 'documented',
    }),
  ],
};

function withTemplate(members: JsonObject): JsonObject {
  return { VerificationMessageTemplate: members };
}

/** The older members: measured to be stored, documented as unused since September 2022. */
function oldMessage(member: MemberPath): readonly StateNote[] {
  const stored: StateNote = {
    member,
    when: 'sent',
    observed: { kind: 'stored' },
    documented: { kind: 'stored' },
    evidence: [terraform('OBS-113', 'Shown in the older member and in the template.')],
  };
  const unused = apiProse('rule 37', '2022-09-02', 'The member is no longer used.');
  return [
    { ...stored, until: '2022-05-31' },
    { ...stored, documented: { kind: 'open' }, evidence: [...stored.evidence, unused], since: '2022-10-21' },
  ];
}

/** The old and the new name of one text, sent with different texts. */
function twins(name: string, older: MemberPath, one: string, other: string): readonly Clause[] {
  const member = `${template}.${name}`;
  return [
    openRule({
      id: `${kebabPath(member)}.same-as-older`,
      member,
      says: `Where ${older} and ${member} differ in one request, the text in the template was once seen to win.`,
      breach: { kind: 'differs', at: member, reads: 'request', from: older },
      onBreach: ['InvalidParameterException'],
      evidence: [
        seenIn(
          'us-west-2',
          reported(
            'hashicorp/terraform-provider-aws#2423 (R09)',
            '2017-11-24',
            'The template’s text was stored under both.',
            'CreateUserPool',
          ),
        ),
      ],
      stateHolds: true,
      examples: examples(
        [{ ...developer, [older]: one, ...withTemplate({ [name]: one }) }],
        [{ ...developer, [older]: one, ...withTemplate({ [name]: other }) }],
      ),
    }),
  ];
}

/** A line break in an SMS text: one form of the model refuses it, another does not. */
function lineBreak(member: MemberPath): Clause {
  return openRule({
    id: `${kebabPath(member)}.line-break`,
    member,
    says: `Sources differ on a line break in ${member}.`,
    breach: matches(member, '(?s).*[\\n\\r\\x{85}\\x{2028}\\x{2029}].*', 'request'),
    unsettles: [`${kebabPath(member)}.pattern`],
    onBreach: ['InvalidParameterException'],
    evidence: [
      {
        basis: 'inference',
        source: 'Smithy form of the model',
        date: '2025-04-02',
        note: 'Its pattern looks for the code anywhere, so a line break passes.',
      },
      preflight('OBS-087', 'The pattern printed for the invitation lets line breaks pass.'),
    ],
    examples: examples([textAt(member, 'Code {####}')], [textAt(member, 'Code\n{####}')]),
  });
}

function textAt(member: MemberPath, text: string): JsonObject {
  const [top = '', below] = member.split('.');
  return below === undefined ? { [top]: text } : { [top]: { [below]: text } };
}
