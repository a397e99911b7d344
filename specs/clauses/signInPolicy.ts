import { after, against, examples, measured, openRule, refusalRule, reported, seenIn } from '../authoring.ts';
import { above, all, holds, is, not, present } from '../conditions.ts';
import type { JsonObject } from '../json.ts';
import { enumNote, roleArn } from '../sharedExamples.ts';
import { apiProse, cdkd, preflight } from '../sources.ts';
import type { Topic } from '../topic.ts';

const factors = 'Policies.SignInPolicy.AllowedFirstAuthFactors';

// What lets MfaConfiguration be ON.
const withSoftwareToken: JsonObject = {
  MfaConfiguration: 'OPTIONAL',
  SoftwareTokenMfaConfiguration: { Enabled: true },
};

/** Policies.SignInPolicy: with what users may begin to sign in. */
export const signInPolicy: Topic = {
  samples: [allowing('PASSWORD', 'EMAIL_OTP')],
  model: {
    'policies.sign-in-policy.allowed-first-auth-factors.min': { examples: examples([['PASSWORD']], [[]]) },
    'policies.sign-in-policy.allowed-first-auth-factors.max': [
      {
        // There are four values, so a fifth item repeats one.
        examples: examples(
          [['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN']],
          [['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN', 'PASSWORD']],
        ),
        until: '2024-12-11',
      },
      {
        examples: examples(
          [['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN', 'SOFTWARE_TOKEN']],
          [['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN', 'SOFTWARE_TOKEN', 'PASSWORD']],
        ),
        since: '2026-10-01',
      },
    ],
    'policies.sign-in-policy.allowed-first-auth-factors.item.enum': [
      {
        ...enumNote(['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'], ['SOFTWARE_TOKEN', 'password', 'EMAIL', '']),
        until: '2024-12-11',
      },
      {
        ...enumNote(
          ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN', 'SOFTWARE_TOKEN'],
          ['password', 'EMAIL', 'WEBAUTHN', 'SOFTWARE_TOKEN_MFA', ''],
        ),
        since: '2026-10-01',
      },
    ],
  },
  state: [
    {
      member: 'Policies.SignInPolicy',
      when: 'omitted',
      parent: 'sent',
      observed: { kind: 'kept' },
      documented: { kind: 'fresh' },
      evidence: [
        cdkd('OBS-010', 'Policies with PasswordPolicy alone left the sign-in policy as it was.', '2026-08-19'),
        cdkd('cdkd#1979, #2420', 'Seen again by way of CloudFormation.', '2026-09-02'),
        against(
          reported(
            'a public note, id 60528405198 (R29)',
            '2026',
            'Says that every update puts the list back to PASSWORD.',
          ),
        ),
      ],
      examples: {
        keeps: [
          {
            prior: allowing('PASSWORD', 'EMAIL_OTP'),
            value: { Policies: { PasswordPolicy: { MinimumLength: 12 } } },
          },
        ],
        breaks: [],
      },
    },
    {
      member: factors,
      when: 'omitted',
      parent: 'sent',
      observed: { kind: 'kept' },
      documented: { kind: 'open' },
      evidence: [
        reported(
          'go-to-k/cdkd cognito-provider.ts, a comment (OBS-012)',
          '2026-08',
          'An empty SignInPolicy left the list as it was.',
        ),
      ],
      examples: {
        keeps: [{ prior: allowing('PASSWORD', 'EMAIL_OTP'), value: { Policies: { SignInPolicy: {} } } }],
        breaks: [],
      },
    },
  ],
  clauses: [
    refusalRule({
      id: 'policies.sign-in-policy.allowed-first-auth-factors.password',
      member: factors,
      says: 'AllowedFirstAuthFactors contains PASSWORD.',
      breach: all(above(factors, 0, 'request'), not(holds(factors, ['PASSWORD'], 'request'))),
      onBreach: ['InvalidParameterException'],
      evidence: [
        preflight('rule 6, OBS-041', 'A list without PASSWORD was refused.'),
        seenIn(
          'ap-northeast-1',
          measured(
            'a log of a live pool, id 43920975471 (R12)',
            '2026',
            'UpdateUserPool refused a list without PASSWORD, HTTP 400.',
          ),
        ),
        reported('a Terraform log, id 54535896489 (R12)', '2026-07-02', 'An update to [EMAIL_OTP] was refused.'),
      ],
      examples: examples(
        [allowing('PASSWORD'), allowing('EMAIL_OTP', 'PASSWORD')],
        [allowing('EMAIL_OTP'), allowing('EMAIL_OTP', 'WEB_AUTHN')],
      ),
    }),
    openRule({
      id: 'policies.sign-in-policy.allowed-first-auth-factors.software-token',
      member: factors,
      says: 'Nobody has seen whether SOFTWARE_TOKEN is refused: the model lists it, the documentation asks not to send it.',
      breach: holds(factors, ['SOFTWARE_TOKEN'], 'request'),
      onBreach: ['InvalidParameterException'],
      evidence: [apiProse('rule 7', '2026-07-24', 'The value is not supported yet and should not be included.')],
      examples: examples([allowing('PASSWORD', 'WEB_AUTHN')], [allowing('PASSWORD', 'SOFTWARE_TOKEN')]),
      since: '2026-10-01',
    }),
    refusalRule({
      id: 'policies.sign-in-policy.allowed-first-auth-factors.one-time-passwords-with-mfa',
      member: factors,
      says: 'EMAIL_OTP and SMS_OTP are no first factors while MfaConfiguration is ON.',
      breach: all(is('MfaConfiguration', ['ON']), holds(factors, ['EMAIL_OTP', 'SMS_OTP'])),
      onBreach: ['InvalidParameterException'],
      evidence: [cdkd('rule 8, OBS-037', 'Adding EMAIL_OTP to a pool with MFA ON was refused.')],
      examples: {
        keeps: [
          { value: allowing('PASSWORD', 'EMAIL_OTP') },
          { value: { MfaConfiguration: 'OPTIONAL', ...allowing('PASSWORD', 'EMAIL_OTP') }, mfa: withSoftwareToken },
        ],
        breaks: [
          { value: { MfaConfiguration: 'ON', ...allowing('PASSWORD', 'EMAIL_OTP') }, mfa: withSoftwareToken },
          {
            value: {
              MfaConfiguration: 'ON',
              SmsConfiguration: { SnsCallerArn: roleArn },
              ...allowing('PASSWORD', 'SMS_OTP'),
            },
            mfa: withSoftwareToken,
          },
        ],
      },
    }),
    refusalRule({
      id: 'policies.sign-in-policy.allowed-first-auth-factors.passkeys-with-mfa',
      member: factors,
      says: 'WEB_AUTHN is no first factor while MfaConfiguration is ON, unless passkeys count as several factors.',
      breach: all(
        is('MfaConfiguration', ['ON']),
        holds(factors, ['WEB_AUTHN']),
        not(is('WebAuthnConfiguration.FactorConfiguration', ['MULTI_FACTOR_WITH_USER_VERIFICATION'])),
      ),
      onBreach: ['InvalidParameterException'],
      evidence: [
        cdkd('rule 8, OBS-038', 'Adding WEB_AUTHN to a pool with MFA ON was refused.'),
        cdkd('OBS-039', 'With MFA OFF or OPTIONAL it was accepted.'),
      ],
      examples: {
        keeps: [{ value: allowing('PASSWORD', 'WEB_AUTHN') }],
        breaks: [{ value: { MfaConfiguration: 'ON', ...allowing('PASSWORD', 'WEB_AUTHN') }, mfa: withSoftwareToken }],
      },
    }),
    refusalRule({
      id: 'policies.sign-in-policy.allowed-first-auth-factors.sms-configuration',
      member: factors,
      says: 'SMS_OTP as a first factor needs an SmsConfiguration.',
      breach: all(holds(factors, ['SMS_OTP'], 'request'), not(present('SmsConfiguration'))),
      onBreach: ['InvalidParameterException'],
      evidence: [
        {
          ...cdkd('rule 9, OBS-040', 'A new pool with SMS_OTP and without SmsConfiguration was refused.'),
          on: 'CreateUserPool',
        },
      ],
      examples: examples(
        [{ SmsConfiguration: { SnsCallerArn: roleArn }, ...allowing('PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN') }],
        [allowing('PASSWORD', 'SMS_OTP')],
      ),
    }),
    refusalRule({
      id: 'policies.sign-in-policy.allowed-first-auth-factors.plan',
      member: factors,
      says: 'First factors other than PASSWORD need a higher plan than LITE.',
      breach: all(is('UserPoolTier', ['LITE']), holds(factors, ['EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'])),
      onBreach: ['FeatureUnavailableInTierException', 'TierChangeNotAllowedException', 'InvalidParameterException'],
      evidence: [
        preflight('rule 5, OBS-059', 'A new LITE pool with a passwordless factor was refused.'),
        apiProse('rule 5', '2025-03-03', 'The sign-in policy belongs to the higher plans.'),
      ],
      examples: {
        keeps: [
          { value: { UserPoolTier: 'LITE', ...allowing('PASSWORD') } },
          { value: { UserPoolTier: 'ESSENTIALS', ...allowing('PASSWORD', 'EMAIL_OTP') } },
        ],
        breaks: [
          { value: { UserPoolTier: 'LITE', ...allowing('PASSWORD', 'EMAIL_OTP') } },
          after({ UserPoolTier: 'LITE' }, allowing('PASSWORD', 'WEB_AUTHN')),
        ],
      },
    }),
    openRule({
      id: 'policies.sign-in-policy.plan',
      member: 'Policies.SignInPolicy',
      says: 'The documentation gives SignInPolicy to the higher plans; nobody has seen PASSWORD alone taken or refused on LITE.',
      breach: all(
        is('UserPoolTier', ['LITE']),
        present('Policies.SignInPolicy', 'request'),
        not(holds(factors, ['EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'], 'request')),
      ),
      onBreach: ['FeatureUnavailableInTierException', 'InvalidParameterException'],
      evidence: [apiProse('rule 5', '2025-03-03', 'The sign-in policy belongs to the higher plans.')],
      examples: examples(
        [{ UserPoolTier: 'ESSENTIALS', ...allowing('PASSWORD') }],
        [{ UserPoolTier: 'LITE', ...allowing('PASSWORD') }],
      ),
      since: '2026-10-01',
    }),
  ],
};

function allowing(...allowed: readonly string[]): JsonObject {
  return { Policies: { SignInPolicy: { AllowedFirstAuthFactors: allowed } } };
}
