import { after, examples, inferred, openRule, refusalRule, reported, seenIn } from '../authoring.ts';
import { all, any, elsewhere, is, matches, not, present } from '../conditions.ts';
import type { JsonObject } from '../json.ts';
import { arnNotes, enumNote, freeTextNotes, identityArn } from '../sharedExamples.ts';
import { apiProse, cdkd, preflight } from '../sources.ts';
import type { Topic } from '../topic.ts';
import { emailMfaEvidence } from './accountRecoverySetting.ts';

const member = 'EmailConfiguration';
const account = `${member}.EmailSendingAccount`;
const source = `${member}.SourceArn`;
const from = `${member}.From`;

const address = '[\\w.+-]{1,64}@([\\w-]{1,63}\\.)+[A-Za-z]{2,63}';
const plainSender = `${address}|[^<>@\\r\\n]{1,128}<${address}>`;
// Regions that send mail for no pool but their own.
const neverForOthers = 'arn:[^:]+:ses:(eu-north-1|sa-east-1):.*';

/** EmailConfiguration: who sends the mails. */
export const emailConfiguration: Topic = {
  samples: [
    email({
      EmailSendingAccount: 'DEVELOPER',
      SourceArn: identityArn,
      ReplyToEmailAddress: 'reply@example.com',
      From: 'Poolproof <sender@example.com>',
      ConfigurationSet: 'poolproof',
    }),
  ],
  model: {
    ...arnNotes(source, 'ses'),
    'email-configuration.reply-to-email-address.pattern': {
      examples: examples(
        ['a@b', 'reply@example.com', 'réponse@exämple.fr', '"@"@b'],
        ['not an address', 'example.com', '@example.com', 'reply@', 'a b@c', ''],
      ),
      evidence: [preflight('OBS-093', 'A text with spaces and without @ was refused.')],
    },
    'email-configuration.email-sending-account.enum': enumNote(
      ['COGNITO_DEFAULT', 'DEVELOPER'],
      ['SES', 'developer', 'COGNITO_DEFAULT ', ''],
    ),
    ...freeTextNotes(from, (length) => 'sender@example.com'.padStart(length, 's')),
    // The empty name breaks the pattern too.
    'email-configuration.configuration-set.min': { examples: examples(['c'], ['']) },
    'email-configuration.configuration-set.max': { examples: examples(['c'.repeat(64)], ['c'.repeat(65)]) },
    'email-configuration.configuration-set.pattern': {
      examples: examples(['my-set_1', 'ABC'], ['my set', 'set.1', 'sét', 'set\n']),
    },
  },
  state: [
    {
      member,
      when: 'omitted',
      // A pool with the default sender keeps it by either reading; the live service was seen to do so.
      observed: { kind: 'either', of: [{ kind: 'fresh' }, { kind: 'kept' }] },
      documented: { kind: 'fresh' },
      evidence: [
        apiProse('general rule', '2018-08-24', 'What is left out gets its default value, here the default sender.'),
        cdkd('OBS-016', 'COGNITO_DEFAULT stayed; DEVELOPER was not tried.'),
        reported('alchemy-run/alchemy thread (OBS-016)', '2026', 'Says that DEVELOPER is reset.'),
      ],
    },
    {
      member: account,
      when: 'omitted',
      parent: 'omitted',
      observed: { kind: 'becomes', values: ['COGNITO_DEFAULT'] },
      documented: { kind: 'becomes', values: ['COGNITO_DEFAULT'] },
      evidence: [
        seenIn(
          'us-east-1',
          reported(
            'notes of a public Amplify project, ids 58733342801 and 58664503523 (R07)',
            '2026',
            'A stack update without the member put DEVELOPER back to the default sender.',
          ),
        ),
      ],
      examples: {
        keeps: [
          after(email({ EmailSendingAccount: 'DEVELOPER', SourceArn: identityArn }), { MfaConfiguration: 'OFF' }),
        ],
        breaks: [],
      },
    },
  ],
  clauses: [
    refusalRule({
      id: 'email-configuration.source-arn.for-developer',
      member: source,
      says: 'EmailSendingAccount DEVELOPER needs SourceArn.',
      breach: all(is(account, ['DEVELOPER'], 'request'), not(present(source))),
      onBreach: ['InvalidParameterException'],
      evidence: [
        preflight('rule 38, OBS-065', 'DEVELOPER without SourceArn was refused.'),
        apiProse('rule 38', '2019-04-16', 'DEVELOPER sends from the identity of SourceArn.'),
      ],
      examples: examples(
        [
          email({ EmailSendingAccount: 'DEVELOPER', SourceArn: identityArn }),
          email({ EmailSendingAccount: 'COGNITO_DEFAULT' }),
        ],
        [email({ EmailSendingAccount: 'DEVELOPER' })],
      ),
    }),
    openRule({
      id: 'email-configuration.default-sender-with-email-mfa',
      member: account,
      says: 'E-mail as a second factor needs a DEVELOPER sender to be set; whether the sender may go back afterwards is not known.',
      breach: all(
        present('EmailMfaConfiguration'),
        present(member, 'request'),
        not(is(account, ['DEVELOPER'], 'request')),
      ),
      onBreach: ['InvalidParameterException'],
      evidence: emailMfaEvidence,
      stateHolds: true,
      examples: {
        keeps: [{ value: email({ EmailSendingAccount: 'COGNITO_DEFAULT' }) }],
        breaks: [
          {
            prior: email({ EmailSendingAccount: 'DEVELOPER', SourceArn: identityArn }),
            mfa: { MfaConfiguration: 'OPTIONAL', EmailMfaConfiguration: { Message: 'Code {####}', Subject: 'Code' } },
            value: email({ EmailSendingAccount: 'COGNITO_DEFAULT' }),
          },
        ],
      },
    }),
    openRule({
      id: 'email-configuration.source-arn.with-default-sender',
      member: source,
      says: 'COGNITO_DEFAULT with SourceArn is accepted only where the identity allows it, which a request does not show.',
      breach: all(present(source, 'request'), not(is(account, ['DEVELOPER'], 'request'))),
      onBreach: ['InvalidEmailRoleAccessPolicyException', 'InvalidParameterException'],
      evidence: [
        preflight('rule 39, OBS-066', 'An identity without a sending policy was refused.'),
        apiProse('rule 39', '2019-04-16', 'Together they set the address that mails come from.'),
      ],
      examples: examples(
        [email({ EmailSendingAccount: 'DEVELOPER', SourceArn: identityArn })],
        [email({ EmailSendingAccount: 'COGNITO_DEFAULT', SourceArn: identityArn })],
      ),
    }),
    refusalRule({
      id: 'email-configuration.source-arn.region',
      member: source,
      says: 'SourceArn names an identity in a Region that sends mail for the pool’s Region.',
      breach: all(elsewhere(source, 'request'), matches(source, neverForOthers, 'request')),
      onBreach: ['InvalidParameterException'],
      evidence: [
        preflight('rule 40, OBS-067', 'Only eu-west-1, us-east-1 and us-west-2 were allowed to a us-east-1 pool.'),
        apiProse('rule 40', '2019-04-16', 'The Region has to be one that the pool’s Region supports.'),
      ],
      examples: examples(
        [email({ EmailSendingAccount: 'DEVELOPER', SourceArn: identityArn })],
        [email({ EmailSendingAccount: 'DEVELOPER', SourceArn: identityArn.replace('us-east-1', 'sa-east-1') })],
      ),
    }),
    openRule({
      id: 'email-configuration.source-arn.unusual-identity',
      member: source,
      says: 'Which other Regions may send for the pool differs from Region to Region, and so may ARNs that name no identity.',
      breach: all(
        present(source, 'request'),
        any(
          all(elsewhere(source, 'request'), not(matches(source, neverForOthers, 'request'))),
          not(matches(source, 'arn:[^:]+:ses:[^:]+:[0-9]+:identity/.+', 'request')),
        ),
      ),
      onBreach: ['InvalidParameterException', 'NotAuthorizedException'],
      evidence: [
        reported(
          'aws/aws-cdk thread (rule 40)',
          '2020',
          'A us-west-1 pool took an identity of us-west-1, against the list above.',
        ),
        reported(
          'aws/aws-cdk thread (OBS-070)',
          '2023-04',
          'An ARN without an identity’s name was refused with NotAuthorizedException.',
          'CreateUserPool',
        ),
      ],
      examples: examples(
        [email({ EmailSendingAccount: 'DEVELOPER', SourceArn: identityArn })],
        [
          email({ EmailSendingAccount: 'DEVELOPER', SourceArn: identityArn.replace('us-east-1', 'eu-west-1') }),
          email({ EmailSendingAccount: 'DEVELOPER', SourceArn: 'arn:aws:ses::1:abcde' }),
        ],
      ),
    }),
    refusalRule({
      id: 'email-configuration.from.default-sender',
      member: from,
      says: 'From is not sent with COGNITO_DEFAULT, which sends from an address of its own.',
      breach: all(
        is(account, ['COGNITO_DEFAULT'], 'request'),
        present(from, 'request'),
        not(is(from, [''], 'request')),
      ),
      onBreach: ['InvalidParameterException'],
      evidence: [
        seenIn(
          'ap-east-2',
          reported(
            'a public runbook, id 66115335573 (R02)',
            '2026-07-24',
            'Refused by UpdateUserPool, with SourceArn too.',
          ),
        ),
        reported('aws/aws-cdk#9739 (R01)', '2020-08-15', 'Refused, with the text of the API.', 'another operation'),
        reported('cds-snc/forms-terraform#245 (R01)', '2022-09-13', 'Refused.', 'another operation'),
        reported('hashicorp/terraform-provider-aws#32012 (R01)', '2023-06-15', 'Refused.', 'another operation'),
      ],
      examples: examples(
        [sending('sender@example.com'), email({ EmailSendingAccount: 'COGNITO_DEFAULT' })],
        [
          email({ EmailSendingAccount: 'COGNITO_DEFAULT', From: 'sender@example.com' }),
          email({ EmailSendingAccount: 'COGNITO_DEFAULT', From: 'sender@example.com', SourceArn: identityArn }),
        ],
      ),
    }),
    refusalRule({
      id: 'email-configuration.from.address',
      member: from,
      says: 'From is an address, or a name with an address in angle brackets.',
      breach: matches(from, '(?s)[^@]+', 'request'),
      onBreach: ['InvalidParameterException'],
      evidence: [
        preflight('rule 41, OBS-068', 'A text that is no address was refused.'),
        apiProse('rule 41', '2019-11-15', 'Names the two forms.'),
      ],
      examples: examples(
        [sending('sender@example.com'), sending('Poolproof <sender@example.com>')],
        [sending('no address'), sending('Poolproof <sender>')],
      ),
    }),
    openRule({
      id: 'email-configuration.from.unusual-address',
      member: from,
      says: 'How the service takes an empty From, an unusual address, or a From without SourceArn is not known.',
      breach: all(
        present(from, 'request'),
        not(matches(from, '(?s)[^@]+', 'request')),
        any(not(matches(from, plainSender, 'request')), not(present(source, 'request'))),
      ),
      onBreach: ['InvalidParameterException'],
      evidence: [
        inferred('the shape of From', '2019-11-15', 'The model lets any text pass; only two forms are described.'),
      ],
      examples: examples(
        [sending('sender@example.com')],
        [sending(''), sending('a@b'), email({ From: 'sender@example.com' })],
      ),
    }),
  ],
};

function email(members: JsonObject): JsonObject {
  return { EmailConfiguration: members };
}

function sending(sender: string): JsonObject {
  return email({ EmailSendingAccount: 'DEVELOPER', SourceArn: identityArn, From: sender });
}
