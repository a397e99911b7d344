import { against, openRule, refusalRule, reported } from '../authoring.ts';
import { all, any, is, not, present } from '../conditions.ts';
import type { JsonObject } from '../json.ts';
import { enumNote, roleArn } from '../sharedExamples.ts';
import { apiProse, cdkd, preflight } from '../sources.ts';
import type { Topic } from '../topic.ts';

const withSoftwareToken: JsonObject = {
  MfaConfiguration: 'OPTIONAL',
  SoftwareTokenMfaConfiguration: { Enabled: true },
};
const softwareToken = is('SoftwareTokenMfaConfiguration.Enabled', [true]);
const email = present('EmailMfaConfiguration');
const sms = { SmsConfiguration: { SnsCallerArn: roleArn, ExternalId: 'poolproof' } };

/** MfaConfiguration: whether users need a second factor. The factors themselves are set by SetUserPoolMfaConfig. */
export const mfaConfiguration: Topic = {
  samples: [{ MfaConfiguration: 'OFF' }],
  model: {
    'mfa-configuration.enum': enumNote(
      ['OFF', 'ON', 'OPTIONAL'],
      ['MAYBE', 'on', 'Off', 'REQUIRED', 'false', ''],
      [preflight('OBS-096', 'The text "false" was refused.')],
    ),
  },
  state: [
    {
      member: 'MfaConfiguration',
      when: 'sent',
      observed: { kind: 'stored' },
      documented: { kind: 'stored' },
      evidence: [
        cdkd('OBS-036', 'OFF, sent to a pool with MFA ON, was applied.', '2026-08-18'),
        cdkd('OBS-033', 'ON was applied where a software token was enabled.', '2026-08-18'),
      ],
      examples: {
        keeps: [
          { value: { MfaConfiguration: 'OFF' } },
          { value: { MfaConfiguration: 'OFF' }, mfa: { ...withSoftwareToken, MfaConfiguration: 'ON' } },
          { value: { MfaConfiguration: 'OPTIONAL' }, mfa: { ...withSoftwareToken, MfaConfiguration: 'ON' } },
          { value: { MfaConfiguration: 'ON' }, mfa: withSoftwareToken },
        ],
        breaks: [],
      },
    },
    {
      member: 'MfaConfiguration',
      when: 'omitted',
      observed: { kind: 'kept' },
      documented: { kind: 'fresh' },
      evidence: [
        cdkd('OBS-013', 'OFF, OPTIONAL and ON each stayed.', '2026-08-18'),
        against(
          reported(
            'a public note, id 71347057450 (R30)',
            '2026',
            'Says that an update of LambdaConfig alone switched MFA off.',
          ),
        ),
      ],
      examples: {
        keeps: [{ value: { EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' } }, mfa: withSoftwareToken }],
        breaks: [],
      },
    },
  ],
  clauses: [
    refusalRule({
      id: 'mfa-configuration.factor',
      member: 'MfaConfiguration',
      says: 'MfaConfiguration ON needs a second factor that the pool has.',
      breach: all(
        is('MfaConfiguration', ['ON'], 'request'),
        not(softwareToken),
        not(email),
        not(present('SmsConfiguration')),
      ),
      onBreach: ['InvalidParameterException'],
      evidence: [
        cdkd('rule 22, OBS-032', 'ON was refused on a pool without any factor.', '2026-08-18'),
        reported(
          'aws-cloudformation/cloudformation-coverage-roadmap thread (rule 23)',
          '2022-05-19',
          'ON was refused after creation.',
        ),
      ],
      examples: {
        keeps: [{ value: { MfaConfiguration: 'OFF' } }, { value: { MfaConfiguration: 'ON' }, mfa: withSoftwareToken }],
        breaks: [{ value: { MfaConfiguration: 'ON' } }],
      },
    }),
    openRule({
      id: 'mfa-configuration.uncertain-factor',
      member: 'MfaConfiguration',
      says: 'Without a software token sources differ on OPTIONAL, and on ON where SMS or e-mail is the only factor.',
      breach: all(
        is('MfaConfiguration', ['ON', 'OPTIONAL'], 'request'),
        not(softwareToken),
        any(is('MfaConfiguration', ['OPTIONAL'], 'request'), email, present('SmsConfiguration')),
      ),
      onBreach: ['InvalidParameterException'],
      evidence: [
        reported(
          'aws-cloudformation/cloudformation-coverage-roadmap thread (OBS-035)',
          '2022-05-19',
          'OPTIONAL was accepted, ON then refused.',
        ),
        reported(
          'go-to-k/cdkd cognito-provider.ts, a comment (rule 22)',
          '2026-08',
          'OPTIONAL is refused on a pool without a factor.',
        ),
        preflight('rule 22', 'A new pool with ON and without SMS was refused.'),
        cdkd('OBS-034', 'OPTIONAL was accepted where a factor was enabled.', '2026-08-18'),
      ],
      examples: {
        keeps: [{ value: { MfaConfiguration: 'OPTIONAL' }, mfa: withSoftwareToken }],
        breaks: [{ value: { MfaConfiguration: 'OPTIONAL' } }, { value: { MfaConfiguration: 'ON', ...sms } }],
      },
    }),
    openRule({
      id: 'mfa-configuration.on-at-creation',
      member: 'MfaConfiguration',
      says: 'The documentation lets MfaConfiguration become ON at creation only, and is silent on a pool that has it ON.',
      breach: is('MfaConfiguration', ['ON'], 'request'),
      onBreach: ['InvalidParameterException'],
      evidence: [apiProse('rule 23', '2019-04-16', 'ON belongs to creation; the sentence went on 2025-03-03.')],
      examples: {
        keeps: [{ value: { MfaConfiguration: 'OFF' } }],
        breaks: [{ value: { MfaConfiguration: 'ON' }, mfa: withSoftwareToken }],
      },
      until: '2024-12-11',
      basis: 'documented',
    }),
  ],
};
